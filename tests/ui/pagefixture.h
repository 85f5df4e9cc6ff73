// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storereader.h"
#include "models/viewer.h"
#include "store/schoolfixture.h"
#include "support/fakecommands.h"
#include "ui/common/entrycontroller.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/common/services.h"

#include <QUrl>
#include <QWidget>

namespace lectern::test {

/// Answers at once with what was scripted.
class ScriptedPrompts final : public ui::Prompts
{
public:
    QString fileToSave; ///< empty: the person cancels
    QString folder; ///< empty: the person cancels
    int answer = -1; ///< to the next question; -1: Cancel
    QStringList proposedNames;
    QList<ui::Question> asked;

    void ask(QWidget *, const ui::Question &question, std::function<void(int)> answered) override
    {
        asked << question;
        answered(answer);
    }
    void chooseFileToSave(QWidget *, const QString &, const QString &proposedName, const QString &,
        std::function<void(const QString &)> chosen) override
    {
        proposedNames << proposedName;
        if (!fileToSave.isEmpty())
            chosen(fileToSave);
    }
    void chooseFolder(QWidget *, const QString &, std::function<void(const QString &)> chosen) override
    {
        if (!folder.isEmpty())
            chosen(folder);
    }
};

class NotedLinks final : public ui::LinkOpener
{
public:
    QList<QUrl> opened;
    void open(const QUrl &link) override { opened << link; }
};

/// A school on disk and everything a page is handed; the viewer is an administrator.
struct PageWorld : store::test::School
{
    models::StoreReader reader{path(), clock};
    models::Viewer viewer;
    FakeCommands commands;
    ScriptedPrompts prompts;
    NotedLinks links;
    ui::Notices notices;
    ui::EntryController entry{commands, reader, viewer, clock, links, notices};
    ui::Services services{commands, reader, viewer, clock, prompts, entry, links, notices};

    PageWorld() { viewAs(u"ada@school.example", school::Role::Administrator); }

    void viewAs(QStringView email, school::Role role)
    {
        const QString address = email.toString();
        viewer.setPerson({person(address, role), address, address, role});
    }
    void tell(store::ChangeNotice::Topics topics)
    {
        store::ChangeNotice notice;
        notice.topics = topics;
        Q_EMIT reader.storeChanged(notice);
    }
};

/// Where a test run leaves pictures for people to look at: LECTERN_GALLERY_DIR, where it is set.
inline void photograph(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("LECTERN_GALLERY_DIR");
    if (!folder.isEmpty())
        page.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace lectern::test
