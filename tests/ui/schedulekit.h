// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/schoolfixture.h"
#include "support/fakecommands.h"

#include "models/storereader.h"
#include "models/viewer.h"
#include "ui/common/entrycontroller.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/common/services.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QWidget>

namespace lectern::test {

/// Notes the questions; a test answers them when it likes.
class ScriptedPrompts final : public ui::Prompts
{
public:
    QList<ui::Question> asked;
    std::function<void(int)> answer;

    void ask(QWidget *, const ui::Question &question, std::function<void(int)> answered) override
    {
        asked << question;
        answer = std::move(answered);
    }
    void chooseFileToSave(QWidget *, const QString &, const QString &, const QString &,
        std::function<void(const QString &)>) override
    { }
    void chooseFolder(QWidget *, const QString &, std::function<void(const QString &)>) override { }
};

class NotedLinks final : public ui::LinkOpener
{
public:
    QList<QUrl> opened;
    void open(const QUrl &link) override { opened << link; }
};

/// A small school on a real database, and everything a dialog works with. Now is Monday 23 November 2026,
/// 09:00 UTC, 10:00 in Paris.
struct ScheduleDesk
{
    ScheduleDesk()
    {
        school.database->setListener(
            [this](const store::ChangeNotice &notice) { Q_EMIT reader.storeChanged(notice); });
        fill();
    }

    void fill()
    {
        using store::test::ok;
        tom.name = QStringLiteral("Tom Okafor");
        tom.email = QStringLiteral("tom@lakeside.example");
        tom.role = school::Role::Teacher;
        tom.id = ok(school.people.save(tom));
        marta.name = QStringLiteral("Marta Ferrante");
        marta.email = QStringLiteral("marta@lakeside.example");
        marta.role = school::Role::Teacher;
        marta.id = ok(school.people.save(marta));
        ok(school.hosts.save(host(QStringLiteral("host-1"), tom, school::Host::Licence::Licensed)));
        ok(school.hosts.save(host(QStringLiteral("host-2"), marta, school::Host::Licence::Basic)));
        bio = ok(school.courses.save(school::Course{
            .id = {}, .code = QStringLiteral("BIO-1A"), .title = QStringLiteral("Biology for beginners")}));
        art = ok(school.courses.findOrAddCourse(QStringLiteral("ART")));
        autumn = ok(school.courses.save(school::Session{.id = {},
            .code = QStringLiteral("2026-AUT"),
            .title = QStringLiteral("Autumn 2026"),
            .firstDay = QDate(2026, 9, 1),
            .lastDay = QDate(2026, 12, 18)}));
        for (const PersonId teacher : {tom.id, marta.id})
            ok(school.courses.enrol({.person = teacher,
                .course = bio,
                .session = autumn,
                .group = {},
                .role = school::EnrolmentRole::Teacher}));
        viewer.setPerson(tom);
    }

    static school::Host host(const QString &id, const school::Person &person, school::Host::Licence licence)
    {
        return {
            .zoomUserId = id, .email = person.email, .name = person.name, .licence = licence, .timeZone = {}};
    }

    void enrolLearners(int count)
    {
        for (int i = 0; i < count; ++i)
            store::test::ok(
                school.courses.enrol({.person = school.person(QStringLiteral("l%1@x.example").arg(i)),
                    .course = bio,
                    .session = autumn,
                    .group = {},
                    .role = school::EnrolmentRole::Learner}));
    }

    school::Owner bioInAutumn() const
    {
        return school::CourseOwner{.course = bio, .session = autumn, .group = {}};
    }

    /// Tuesdays at 10:00 in Paris, 12 times, from 10 November.
    MeetingId series()
    {
        using store::test::ok;
        store::RemoteDetail detail;
        school::Meeting &meeting = detail.meeting;
        meeting.zoomId = 700;
        meeting.type = school::MeetingType::Recurring;
        meeting.topic = QStringLiteral("Evolution reading group");
        meeting.hostZoomUserId = QStringLiteral("host-1");
        meeting.start = QDateTime(QDate(2026, 11, 10), QTime(9, 0), Qt::UTC);
        meeting.duration = std::chrono::minutes(60);
        meeting.timeZone = "Europe/Paris";
        meeting.createdAt = school.clock.now();
        school::Recurrence rule;
        rule.weekDays = {Qt::Tuesday};
        rule.end = 12;
        meeting.recurrence = rule;
        const auto starts = school::expandRecurrence(rule, meeting.start, QTimeZone(meeting.timeZone));
        for (const QDateTime &start : starts)
            meeting.occurrences.append({QString::number(start.toMSecsSinceEpoch()), start, meeting.duration});
        detail.owner = {.owner = bioInAutumn(), .certainty = store::OwnerClaim::Certainty::Tag};
        detail.remote = "{}";
        return ok(school.meetings.upsert(detail)).meeting;
    }

    store::test::School school;
    FakeCommands commands;
    models::StoreReader reader{school.path(), school.clock};
    models::Viewer viewer;
    ScriptedPrompts prompts;
    NotedLinks links;
    ui::Notices notices;
    ui::EntryController entry{commands, reader, viewer, school.clock, links, notices};
    ui::Services services{commands, reader, viewer, school.clock, prompts, entry, links, notices};
    school::Person tom, marta;
    CourseId bio, art;
    SessionId autumn;
};

template <typename T>
T *part(const QWidget *window, const char *name)
{
    T *found = window->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

/// Saves a picture for people to look at, where LECTERN_GALLERY_DIR says.
inline void keepPicture(QWidget *window, const QString &name, int ratio = 1)
{
    const QString folder = qEnvironmentVariable("LECTERN_GALLERY_DIR");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    QImage image(window->size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta);
    window->render(&image);
    image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace lectern::test
