// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagefixture.h"

#include "resources/resources.h"
#include "store/recordingrepository.h"
#include "ui/style/appearance.h"
#include "ui/style/buttonrole.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlistview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QStyleOptionButton>
#include <QTest>

namespace lectern::test {

/// A school with two teachers, a learner and two courses, whose changes are told to the windows. Now is
/// Monday 23 November 2026, 09:00 UTC, 10:00 in Paris. Tom, who teaches both courses, looks.
struct PageSchool : PageWorld
{
    PageSchool()
    {
        database->setListener(
            [this](const store::ChangeNotice &notice) { Q_EMIT reader.storeChanged(notice); });
        ada = add(u"Ada Ndiaye", u"ada@school.example", school::Role::Administrator);
        tom = add(u"Tom Okafor", u"tom@school.example", school::Role::Teacher);
        marta = add(u"Marta Ferrante", u"marta@school.example", school::Role::Teacher);
        lea = add(u"Lea Brandt", u"lea@school.example", school::Role::Learner);
        using store::test::ok;
        ok(hosts.save(store::test::host(QStringLiteral("host-1"), tom.email, tom.name)));
        ok(hosts.save(store::test::host(QStringLiteral("host-2"), marta.email, marta.name)));
        bio = course(u"BIO-1A", u"Biology for beginners");
        chem = course(u"CHEM-2", u"Chemistry, second year");
        for (const CourseId each : {bio, chem}) {
            enrol(tom, each, school::EnrolmentRole::Teacher);
            enrol(lea, each, school::EnrolmentRole::Learner);
        }
        viewer.setPerson(tom);
    }

    school::Person add(QStringView name, QStringView email, school::Role role)
    {
        school::Person person{.id = {}, .name = name.toString(), .email = email.toString(), .role = role};
        person.id = store::test::ok(people.save(person));
        return person;
    }
    CourseId course(QStringView code, QStringView title)
    {
        school::Course course;
        course.code = code.toString();
        course.title = title.toString();
        return store::test::ok(courses.save(course));
    }
    void enrol(const school::Person &person, CourseId course, school::EnrolmentRole role)
    {
        store::test::ok(courses.enrol(
            {.person = person.id, .course = course, .session = session, .group = {}, .role = role}));
    }
    [[nodiscard]] school::Owner of(CourseId course) const
    {
        return school::CourseOwner{.course = course, .session = session, .group = {}};
    }
    /// A meeting read with all its details, which `change` may alter first.
    template <typename Change>
    MeetingId detailed(
        qint64 zoomId, const school::Owner &owner, int minutes, const QString &topic, Change change)
    {
        store::RemoteDetail detail;
        const store::RemoteListRow row = listRow(zoomId, owner, minutes, topic);
        detail.meeting = row.meeting;
        detail.owner = row.owner;
        detail.remote = row.remote;
        detail.meeting.hostEmail = tom.email;
        detail.meeting.joinUrl = QStringLiteral("https://zoom.example/j/%1").arg(zoomId);
        change(detail.meeting);
        return store::test::ok(meetings.upsert(detail)).meeting;
    }
    /// Eight Tuesdays at ten past nine, the first tomorrow.
    MeetingId series(qint64 zoomId, const QString &topic)
    {
        return detailed(zoomId, of(bio), 24 * 60 + 10, topic, [](school::Meeting &meeting) {
            meeting.type = school::MeetingType::Recurring;
            school::Recurrence rule;
            rule.weekDays = {Qt::Tuesday};
            rule.end = 8;
            meeting.recurrence = rule;
            for (const QDateTime &start :
                school::expandRecurrence(rule, meeting.start, QTimeZone(meeting.timeZone)))
                meeting.occurrences.append(
                    {QString::number(start.toMSecsSinceEpoch()), start, meeting.duration});
        });
    }
    void start(MeetingId meeting, int minutesAgo)
    {
        store::test::ok(meetings.setStatus(
            meeting, school::MeetingStatus::Started, clock.now().addSecs(-60 * minutesAgo)));
    }
    void registered(MeetingId meeting, QStringView name, store::RegistrantRow::Status status)
    {
        store::RegistrantRow row = store::test::registrant(meeting, name.toString(),
            name.toString().replace(u' ', u'.').toLower() + QStringLiteral("@school.example"));
        row.status = status;
        row.registeredAt = clock.now().addDays(-3);
        if (status == store::RegistrantRow::Status::Approved)
            row.joinUrl = QStringLiteral("https://zoom.example/w/") + row.zoomRegistrantId;
        store::test::ok(registrants.save(row));
    }
    ChangeId change(MeetingId meeting, store::ChangeRow::Kind kind)
    {
        store::Change change;
        change.meeting = meeting;
        change.kind = kind;
        change.payload = change.before = "{}";
        change.createdAt = clock.now();
        return store::test::ok(outbox.append(change));
    }
    RecordingId recorded(MeetingId meeting, qint64 zoomId, const QString &topic)
    {
        store::RemoteRecording remote;
        remote.zoomMeetingId = zoomId;
        remote.hostZoomUserId = QStringLiteral("host-1");
        remote.remote = "{}";
        store::RecordingRow &row = remote.recording;
        row.meeting = meeting;
        row.instanceUuid = QStringLiteral("uuid-%1==").arg(zoomId);
        row.topic = topic;
        row.start = clock.now().addDays(-7);
        row.duration = std::chrono::minutes(44);
        row.totalSizeBytes = 90'000'000;
        row.shareUrl = QStringLiteral("https://zoom.example/rec/%1").arg(zoomId);
        row.files = {{.zoomFileId = QStringLiteral("f1"),
                         .fileType = QStringLiteral("MP4"),
                         .recordingType = QStringLiteral("shared_screen"),
                         .sizeBytes = 89'000'000,
                         .start = row.start,
                         .end = row.start.addSecs(44 * 60),
                         .status = store::RecordingFileRow::Status::Completed,
                         .playUrl = {}},
            {.zoomFileId = QStringLiteral("f2"),
                .fileType = QStringLiteral("TRANSCRIPT"),
                .recordingType = QStringLiteral("audio_transcript"),
                .sizeBytes = 0,
                .start = row.start,
                .end = row.start.addSecs(44 * 60),
                .status = store::RecordingFileRow::Status::Processing,
                .playUrl = {}}};
        return store::test::ok(recordings.save(remote));
    }

    store::RecordingRepository recordings{*database};
    school::Person ada, tom, marta, lea;
    CourseId bio, chem;
    SessionId session = store::test::ok(courses.save(school::Session{.id = {},
        .code = QStringLiteral("2026-AUT"),
        .title = QStringLiteral("Autumn 2026"),
        .firstDay = QDate(2026, 9, 1),
        .lastDay = QDate(2026, 12, 18)}));
};

/// Dresses the application as app does: the look and the icons.
inline void dress()
{
    initResources();
    ui::applyAppearance(*qApp, ui::Scheme::Light);
}

/// A part of a page by its name, which must be there.
template <typename T>
T *part(const QWidget &page, const char *name)
{
    T *found = page.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

/// Whether a label that can be seen says so, or a button.
inline bool says(const QWidget &page, const QString &words)
{
    const auto holds = [&words](const auto &widgets) {
        return std::any_of(widgets.begin(), widgets.end(),
            [&](const auto *widget) { return widget->isVisible() && widget->text().contains(words); });
    };
    return holds(page.findChildren<QLabel *>()) || holds(page.findChildren<QAbstractButton *>());
}

/// The button that can be seen and has these words; none: null.
inline QAbstractButton *buttonSaying(const QWidget &page, const QString &words)
{
    for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == words)
            return button;
    }
    return nullptr;
}

/// The list a screen reader knows by this name.
inline ui::RowListView *listNamed(const QWidget &page, const QString &name)
{
    for (ui::RowListView *list : page.findChildren<ui::RowListView *>()) {
        if (list->accessibleName() == name)
            return list;
    }
    qFatal("no list %s", qPrintable(name));
}

inline bool isPrimary(const QAbstractButton *button)
{
    QStyleOptionButton option;
    option.initFrom(button);
    return ui::buttonRole(option, button) == ui::ButtonRole::Primary;
}

inline void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

/// Shows a page at a size and waits until the store has answered what it asked.
inline void settle(PageWorld &world)
{
    for (int round = 0; round < 3; ++round) {
        bool isDone = false;
        QObject context;
        world.reader.read(
            &context, [](store::Database &) -> Result<int> { return 0; },
            [&isDone](const Result<int> &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCoreApplication::processEvents();
    }
}

inline void open(QWidget &page, PageWorld &world, const QSize &size = {1180, 660})
{
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    settle(world);
}

/// Where LECTERN_GALLERY_DIR says: a picture in light, in dark, and in light at twice the size.
inline void keepPictures(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("LECTERN_GALLERY_DIR");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    const auto keep = [&](const QString &look, int ratio) {
        QCoreApplication::processEvents();
        QImage image(page.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::magenta);
        page.render(&image);
        image.save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, look)));
    };
    keep(QStringLiteral("light"), 1);
    keep(QStringLiteral("light2x"), 2);
    ui::applyAppearance(*qApp, ui::Scheme::Dark);
    keep(QStringLiteral("dark"), 1);
    ui::applyAppearance(*qApp, ui::Scheme::Light);
    QCoreApplication::processEvents();
}

} // namespace lectern::test
