// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewerchoice.h"

#include "store/schoolfixture.h"
#include "ui/common/notices.h"
#include "ui/shell/mainwindow.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using app::ViewerChoice;

class ViewerChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePersonOfThisDesktopLooks();
    void aFailedReadIsTold();
};

void ViewerChoiceTest::thePersonOfThisDesktopLooks()
{
    store::test::School school;
    const PersonId tom = school.person(u"tom@school.example"_s, school::Role::Teacher);
    models::StoreReader reader(school.path(), school.clock);
    models::Viewer viewer;
    ui::MainWindow window;
    ui::Notices notices;
    ViewerChoice choice(reader, viewer, window, notices, ViewerChoice::Freedom::OnlyMe);
    choice.setMe(u"TOM@school.example"_s);
    QTRY_COMPARE(viewer.person().id, tom);
}

void ViewerChoiceTest::aFailedReadIsTold()
{
    store::test::School school;
    models::StoreReader nowhere(school.folder.filePath(u"missing/school.sqlite"_s), school.clock);
    models::Viewer viewer;
    ui::MainWindow window;
    ui::Notices notices;
    QSignalSpy failed(&notices, &ui::Notices::failed);
    ViewerChoice choice(nowhere, viewer, window, notices, ViewerChoice::Freedom::OnlyMe);
    choice.setMe(u"tom@school.example"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().value<Error>().message.isEmpty());
}

QTEST_MAIN(ViewerChoiceTest)
#include "tst_viewerchoice.moc"
