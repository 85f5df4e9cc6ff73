// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clashfinder.h"
#include "models/schedulefields.h"
#include "models/seriespreview.h"
#include "school/localtime.h"
#include "ui/schedule/durationinput.h"

#include <QTest>

using namespace lectern;
using namespace lectern::models;
using namespace Qt::StringLiterals;
using school::Meeting;
using school::Recurrence;
using std::chrono::minutes;

namespace {

const QByteArray paris = "Europe/Paris";

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
}

Recurrence weekly(Qt::DayOfWeek day, const std::variant<int, QDateTime> &end)
{
    Recurrence rule;
    rule.weekDays = {day};
    rule.end = end;
    return rule;
}

Meeting single()
{
    Meeting meeting;
    meeting.topic = u"Cells"_s;
    meeting.owner = school::CourseOwner{.course = CourseId{3}, .session = {}, .group = {}};
    meeting.start = utc(11, 30, 8);
    meeting.duration = minutes(50);
    meeting.timeZone = paris;
    meeting.hostZoomUserId = u"h"_s;
    return meeting;
}

/// Tuesdays at 10:00 in Paris from 10 November, four times.
Meeting series()
{
    Meeting meeting = single();
    meeting.type = school::MeetingType::Recurring;
    meeting.start = utc(11, 10, 9);
    meeting.recurrence = weekly(Qt::Tuesday, 4);
    for (const QDateTime &start :
        school::expandRecurrence(*meeting.recurrence, meeting.start, QTimeZone(paris)))
        meeting.occurrences.append({QString::number(start.toMSecsSinceEpoch()), start, minutes(50)});
    return meeting;
}

} // namespace

class ScheduleFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesTheNextHalfHour_data();
    void proposesTheNextHalfHour();
    void aDraftSaysWhatTheFormSays();
    void anUntouchedFormIsAnEmptyEdit();
    void onlyWhatChangedIsEdited();
    void aRunningSeriesIsMovedFromItsNextDate();
    void oneDateKeepsToItsOwnFields();
    void newsFromZoomLeaveWhatWasTyped();
    void anEndByDateIsTheEndOfThatDay();
    void theAgendaLeavesRoomForItsTag();
    void readsLengths_data();
    void readsLengths();
    void clashesAreFoundOnEveryDate();
    void theMeetingItselfDoesNotClash();
    void nothingIsFreeOnAFullDay();
    void theClocksGoBackWithinTheSeries();
    void aSkippedTimeIsTold();
    void manyDatesAreCutShort();
};

void ScheduleFieldsTest::proposesTheNextHalfHour_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("start");
    QTest::newRow("past the hour") << utc(11, 23, 9, 5) << utc(11, 23, 9, 30);
    QTest::newRow("past the half") << utc(11, 23, 9, 31) << utc(11, 23, 10);
    QTest::newRow("on the hour") << utc(11, 23, 9) << utc(11, 23, 9, 30);
    QTest::newRow("before midnight") << utc(11, 23, 22, 45) << utc(11, 23, 23);
}

void ScheduleFieldsTest::proposesTheNextHalfHour()
{
    QFETCH(QDateTime, now);
    QFETCH(QDateTime, start);
    const ScheduleFields fields = proposedFields(now, paris);
    QCOMPARE(fields.start(), start);
    QCOMPARE(fields.duration, minutes(45));
    QCOMPARE(fields.time, start.toTimeZone(QTimeZone(paris)).time());
}

void ScheduleFieldsTest::aDraftSaysWhatTheFormSays()
{
    ScheduleFields fields = proposedFields(utc(11, 23, 9), paris);
    fields.topic = u"  Cells "_s;
    fields.owner = school::Everyone{};
    fields.hostZoomUserId = u"h"_s;
    fields.day = QDate(2026, 7, 1);
    fields.time = QTime(9, 0);
    fields.agenda = u"Bring a leaf."_s;
    school::MeetingDraft draft = draftOf(fields);
    QCOMPARE(draft.type, school::MeetingType::Scheduled);
    QCOMPARE(draft.topic, u"Cells"_s);
    QCOMPARE(draft.start, utc(7, 1, 7));
    QCOMPARE(draft.timeZone, paris);
    QCOMPARE(draft.agenda, fields.agenda);
    fields.recurrence = weekly(Qt::Wednesday, 3);
    draft = draftOf(fields);
    QCOMPARE(draft.type, school::MeetingType::Recurring);
    QCOMPARE(draft.recurrence, fields.recurrence);
}

void ScheduleFieldsTest::anUntouchedFormIsAnEmptyEdit()
{
    for (const Meeting &meeting : {single(), series()}) {
        const ScheduleFields fields = fieldsOf(meeting, utc(11, 23, 9));
        QVERIFY(editOf(fields, fields, meeting, EditScope::Whole).isEmpty());
    }
}

void ScheduleFieldsTest::onlyWhatChangedIsEdited()
{
    const Meeting meeting = single();
    const ScheduleFields base = fieldsOf(meeting, utc(11, 23, 9));
    ScheduleFields fields = base;
    fields.topic = u"Cells II"_s;
    fields.settings.waitingRoom = true;
    const school::MeetingEdit edit = editOf(fields, base, meeting, EditScope::Whole);
    QCOMPARE(edit.topic, u"Cells II"_s);
    QVERIFY(edit.settings && edit.settings->waitingRoom);
    QVERIFY(!edit.start && !edit.agenda && !edit.owner && !edit.duration && !edit.recurrence);
}

void ScheduleFieldsTest::aRunningSeriesIsMovedFromItsNextDate()
{
    const Meeting meeting = series();
    // Two of the four dates are over.
    const ScheduleFields base = fieldsOf(meeting, utc(11, 23, 9));
    QCOMPARE(base.day, QDate(2026, 11, 24));
    QCOMPARE(std::get<int>(base.recurrence->end), 2);
    ScheduleFields fields = base;
    fields.time = QTime(11, 0);
    const school::MeetingEdit edit = editOf(fields, base, meeting, EditScope::Whole);
    QCOMPARE(edit.start, utc(11, 24, 10));
    QVERIFY(edit.recurrence);
    QCOMPARE(std::get<int>(edit.recurrence->end), 2);
    QVERIFY(school::validate(edit, meeting, utc(11, 23, 9)).isEmpty());
}

void ScheduleFieldsTest::oneDateKeepsToItsOwnFields()
{
    const Meeting meeting = series();
    const ScheduleFields base = fieldsOf(meeting, meeting.occurrences.at(2).id);
    QCOMPARE(base.start(), utc(11, 24, 9));
    QVERIFY(!base.recurrence);
    ScheduleFields fields = base;
    fields.duration = minutes(30);
    fields.topic = u"Other"_s;
    const school::MeetingEdit edit = editOf(fields, base, meeting, EditScope::OneDate);
    QCOMPARE(edit.duration, minutes(30));
    QVERIFY(!edit.topic && !edit.recurrence && !edit.start);
}

void ScheduleFieldsTest::newsFromZoomLeaveWhatWasTyped()
{
    const ScheduleFields base = fieldsOf(single(), utc(11, 23, 9));
    ScheduleFields typed = base;
    typed.topic = u"Mine"_s;
    Meeting news = single();
    news.topic = u"Theirs"_s;
    news.agenda = u"News"_s;
    const ScheduleFields merged = rebased(typed, base, fieldsOf(news, utc(11, 23, 9)));
    QCOMPARE(merged.topic, u"Mine"_s);
    QCOMPARE(merged.agenda, u"News"_s);
}

void ScheduleFieldsTest::anEndByDateIsTheEndOfThatDay()
{
    const Recurrence rule =
        normalised(weekly(Qt::Tuesday, utc(12, 18, 8, 50)), QDate(2026, 11, 10), QTimeZone(paris));
    QCOMPARE(std::get<QDateTime>(rule.end), QDateTime(QDate(2026, 12, 18), QTime(22, 59, 59), Qt::UTC));
    QCOMPARE(normalised(rule, QDate(2026, 11, 10), QTimeZone(paris)), rule);
}

void ScheduleFieldsTest::theAgendaLeavesRoomForItsTag()
{
    const school::OwnerTag tag{
        .owner = school::OwnerTag::Course{.course = u"BIO-1A"_s, .session = u"2026-AUT"_s, .group = {}},
        .reference = QUuid::createUuid()};
    const qsizetype room = agendaRoom(tag);
    QVERIFY(room > 1800 && room < school::maxAgendaLength);
    QVERIFY(checkTaggedAgenda(QString(room, u'x'), tag).isEmpty());
    const QList<FieldError> problems = checkTaggedAgenda(QString(room + 1, u'x'), tag);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, u"agenda"_s);
}

void ScheduleFieldsTest::readsLengths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    constexpr int none = -1;
    QTest::newRow("number") << u"45"_s << 45;
    QTest::newRow("words") << u"45 minutes"_s << 45;
    QTest::newRow("untranslated") << u"45 minute(s)"_s << 45;
    QTest::newRow("spaces") << u"  90 min. "_s << 90;
    QTest::newRow("hours") << u"2 hours"_s << 120;
    QTest::newRow("French") << u"1 heure"_s << 60;
    QTest::newRow("Spanish") << u"2 horas 15"_s << 135;
    QTest::newRow("both") << u"1 h 30"_s << 90;
    QTest::newRow("no-break spaces") << u"1\u00a0h\u00a030"_s << 90;
    QTest::newRow("tight") << u"1h05m"_s << 65;
    QTest::newRow("clock") << u"1:30"_s << 90;
    QTest::newRow("decimal") << u"1.5 h"_s << 90;
    QTest::newRow("comma") << u"1,5 h"_s << 90;
    QTest::newRow("nothing of it") << u"0"_s << 0;
    QTest::newRow("empty") << QString() << none;
    QTest::newRow("blank") << u"  "_s << none;
    QTest::newRow("word") << u"soon"_s << none;
    QTest::newRow("below nothing") << u"-5"_s << none;
    QTest::newRow("far too much") << u"99999999"_s << none;
}

void ScheduleFieldsTest::readsLengths()
{
    QFETCH(QString, text);
    QFETCH(int, length);
    const auto read = ui::parseDuration(text);
    QCOMPARE(read ? static_cast<int>(read->count()) : -1, length);
}

void ScheduleFieldsTest::clashesAreFoundOnEveryDate()
{
    const ClashQuestion question{.hostZoomUserId = u"h"_s,
        .starts = {utc(11, 24, 8), utc(12, 1, 8), utc(12, 8, 8)},
        .duration = minutes(45),
        .zone = QTimeZone(paris),
        .except = {}};
    const QList<school::BusyTime> busy{
        {.meeting = MeetingId{1}, .topic = u"Lab"_s, .start = utc(12, 1, 8, 30), .duration = minutes(20)},
        {.meeting = MeetingId{2}, .topic = u"Tea"_s, .start = utc(12, 8, 9), .duration = minutes(30)}};
    const ClashAnswer answer = answerClash(question, busy);
    QCOMPARE(answer.datesThatClash, 1);
    QCOMPARE(answer.dates, 3);
    QCOMPARE(answer.clashes.first().with.topic, u"Lab"_s);
    // At 08:50 the second date is free and the third is not: half past nine suits all.
    QCOMPARE(answer.freeStart, utc(11, 24, 9, 30));
}

void ScheduleFieldsTest::theMeetingItselfDoesNotClash()
{
    const ClashQuestion question{.hostZoomUserId = u"h"_s,
        .starts = {utc(11, 24, 8)},
        .duration = minutes(45),
        .zone = QTimeZone(paris),
        .except = MeetingId{1}};
    const school::BusyTime itself{
        .meeting = MeetingId{1}, .topic = {}, .start = utc(11, 24, 8), .duration = minutes(45)};
    QVERIFY(answerClash(question, {itself}).clashes.isEmpty());
}

void ScheduleFieldsTest::nothingIsFreeOnAFullDay()
{
    const ClashQuestion question{.hostZoomUserId = u"h"_s,
        .starts = {utc(11, 24, 8)},
        .duration = minutes(45),
        .zone = QTimeZone(paris),
        .except = {}};
    const school::BusyTime day{
        .meeting = MeetingId{1}, .topic = {}, .start = utc(11, 24, 0), .duration = minutes(24 * 60)};
    const ClashAnswer answer = answerClash(question, {day});
    QCOMPARE(answer.clashes.size(), 1);
    QVERIFY(!answer.freeStart);
}

void ScheduleFieldsTest::theClocksGoBackWithinTheSeries()
{
    const QTimeZone zone(paris);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const SeriesPreview preview = previewOf(weekly(Qt::Thursday, 4), utc(10, 15, 6, 50), zone);
    QCOMPARE(preview.starts,
        (QList{utc(10, 15, 6, 50), utc(10, 22, 6, 50), utc(10, 29, 7, 50), utc(11, 5, 7, 50)}));
    QCOMPARE(preview.clockChanges.size(), 1);
    QCOMPARE(preview.clockChanges.first().day, QDate(2026, 10, 25));
    QVERIFY(preview.movedByClock.isEmpty());
    QCOMPARE(datesText(preview, zone, english), u"Thu 15 Oct · Thu 22 Oct · Thu 29 Oct · Thu 5 Nov"_s);
    QCOMPARE(clockText(preview, zone, english),
        u"The clocks go back on 25 October. The meetings stay at 08:50 in Paris."_s);
}

void ScheduleFieldsTest::aSkippedTimeIsTold()
{
    const QTimeZone zone(paris);
    // At half past two there is no 29 March 2026.
    const SeriesPreview preview = previewOf(weekly(Qt::Sunday, 3), utc(3, 22, 1, 30), zone);
    QCOMPARE(preview.movedByClock, QList{utc(3, 29, 1, 30)});
    const QString text = clockText(preview, zone, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(text.contains(u"On Sun 29 Mar the clock skips this time: the meeting is at 03:30."),
        qPrintable(text));
}

void ScheduleFieldsTest::manyDatesAreCutShort()
{
    const QTimeZone zone(paris);
    const SeriesPreview preview = previewOf(weekly(Qt::Monday, 12), utc(11, 23, 9), zone);
    const QString text = datesText(preview, zone, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(text.endsWith(u"· … · Mon 8 Feb"), qPrintable(text));
    QCOMPARE(text.count(u'·'), 7);
}

QTEST_GUILESS_MAIN(ScheduleFieldsTest)
#include "tst_schedulefields.moc"
