// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/meeting.h"

#include <QTest>

#include <functional>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using ChangeDraft = std::function<void(MeetingDraft &)>;
using ChangeEdit = std::function<void(MeetingEdit &)>;

Q_DECLARE_METATYPE(ChangeDraft)
Q_DECLARE_METATYPE(ChangeEdit)
Q_DECLARE_METATYPE(lectern::school::MeetingType)

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 2), QTime(9, 0), Qt::UTC);
}

MeetingDraft goodDraft()
{
    MeetingDraft draft;
    draft.topic = u"Cells and tissues"_s;
    draft.hostZoomUserId = u"KDcuGIm1QgePTO8WbOqwIQ"_s;
    draft.start = now().addSecs(3600);
    draft.timeZone = "Europe/Paris";
    return draft;
}

Meeting scheduled(MeetingType type)
{
    Meeting meeting;
    meeting.type = type;
    meeting.start = now().addDays(-3);
    meeting.timeZone = "Europe/Paris";
    return meeting;
}

QStringList fieldsOf(const QList<FieldError> &errors)
{
    QStringList names;
    for (const FieldError &error : errors)
        names.append(error.field);
    return names;
}

void verifyWords(const QList<FieldError> &errors)
{
    for (const FieldError &error : errors) {
        QVERIFY2(error.message.size() > 20 && error.message.endsWith(u'.'), qPrintable(error.message));
        QVERIFY2(!error.message.contains(u'%'), qPrintable(error.message));
    }
}

} // namespace

class TestMeeting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void drafts_data();
    void drafts();
    void everyFaultIsTold();
    void edits_data();
    void edits();
    void emptyEdit();
};

void TestMeeting::types_data()
{
    QTest::addColumn<MeetingType>("type");
    QTest::addColumn<bool>("series");
    QTest::addColumn<bool>("webinar");
    QTest::addColumn<bool>("fixed");

    QTest::newRow("unknown") << MeetingType::Unknown << false << false << false;
    QTest::newRow("instant") << MeetingType::Instant << false << false << false;
    QTest::newRow("scheduled") << MeetingType::Scheduled << false << false << true;
    QTest::newRow("no fixed time") << MeetingType::RecurringNoFixedTime << true << false << false;
    QTest::newRow("personal") << MeetingType::PersonalRoom << false << false << false;
    QTest::newRow("webinar") << MeetingType::Webinar << false << true << true;
    QTest::newRow("webinar no fixed time")
        << MeetingType::RecurringWebinarNoFixedTime << true << true << false;
    QTest::newRow("recurring") << MeetingType::Recurring << true << false << true;
    QTest::newRow("recurring webinar") << MeetingType::RecurringWebinar << true << true << true;
    QTest::newRow("screen") << MeetingType::ScreenShareOnly << false << false << false;
}

void TestMeeting::types()
{
    QFETCH(const MeetingType, type);

    QTEST(isSeries(type), "series");
    QTEST(isWebinar(type), "webinar");
    QTEST(hasFixedTime(type), "fixed");
}

void TestMeeting::drafts_data()
{
    QTest::addColumn<ChangeDraft>("change");
    QTest::addColumn<QString>("field"); // empty: nothing is refused

    const auto row = [](const char *name, const QString &field, const ChangeDraft &change) {
        QTest::newRow(name) << change << field;
    };
    row("good", {}, [](MeetingDraft &) { });
    row("topic empty", u"topic"_s, [](MeetingDraft &d) { d.topic.clear(); });
    row("topic blank", u"topic"_s, [](MeetingDraft &d) { d.topic = u" \t\n"_s; });
    row("topic 200", {}, [](MeetingDraft &d) { d.topic = QString(200, u'x'); });
    row("topic 201", u"topic"_s, [](MeetingDraft &d) { d.topic = QString(201, u'x'); });
    row("agenda 2000", {}, [](MeetingDraft &d) { d.agenda = QString(2000, u'x'); });
    row("agenda 2001", u"agenda"_s, [](MeetingDraft &d) { d.agenda = QString(2001, u'x'); });
    row("passcode 10", {}, [](MeetingDraft &d) { d.passcode = u"aZ09@_*-xy"_s; });
    row("passcode 11", u"passcode"_s, [](MeetingDraft &d) { d.passcode = u"aZ09@_*-xyz"_s; });
    row("passcode with space", u"passcode"_s, [](MeetingDraft &d) { d.passcode = u"a b"_s; });
    row("passcode with accent", u"passcode"_s, [](MeetingDraft &d) { d.passcode = u"été"_s; });
    row("passcode with line end", u"passcode"_s, [](MeetingDraft &d) { d.passcode = u"abc\n"_s; });
    row("duration 0", u"duration"_s, [](MeetingDraft &d) { d.duration = 0min; });
    row("duration negative", u"duration"_s, [](MeetingDraft &d) { d.duration = -5min; });
    row("duration 1", {}, [](MeetingDraft &d) { d.duration = 1min; });
    row("duration 24 h", {}, [](MeetingDraft &d) { d.duration = 24h; });
    row("duration over 24 h", u"duration"_s, [](MeetingDraft &d) { d.duration = 24h + 1min; });
    row("no start", u"start"_s, [](MeetingDraft &d) { d.start = QDateTime(); });
    row("past", u"start"_s, [](MeetingDraft &d) { d.start = now().addSecs(-61); });
    row("just past", {}, [](MeetingDraft &d) { d.start = now().addSecs(-60); });
    row("no zone", u"timeZone"_s, [](MeetingDraft &d) { d.timeZone.clear(); });
    row("zone without a place", {}, [](MeetingDraft &d) { d.timeZone = "Etc/UTC"; });
    row("zone by its old name", {}, [](MeetingDraft &d) { d.timeZone = "US/Eastern"; });
    row("word for a zone", u"timeZone"_s, [](MeetingDraft &d) { d.timeZone = "Nowhere"; });
    row("unknown zone", u"timeZone"_s, [](MeetingDraft &d) { d.timeZone = "Europe/Atlantis"; });
    row("no host", u"hostZoomUserId"_s, [](MeetingDraft &d) { d.hostZoomUserId = u" "_s; });
    row("alternative hosts", {},
        [](MeetingDraft &d) { d.settings.alternativeHosts = {u"a@b.example"_s, u"c.d+e@f.g.example"_s}; });
    for (const char *bad : {"", "name", "a@", "@b", "a b@c.example", "a@b.", "a@b@c", "a@b;c@d", "a@b,c"}) {
        row(qPrintable(u"alternative host "_s + QString::fromLatin1(bad)), u"settings.alternativeHosts"_s,
            [bad](MeetingDraft &d) { d.settings.alternativeHosts = {QString::fromLatin1(bad)}; });
    }
    row("join 10 min before", {}, [](MeetingDraft &d) { d.settings.joinBeforeHostTime = 10min; });
    row("join 7 min before", u"settings.joinBeforeHostTime"_s,
        [](MeetingDraft &d) { d.settings.joinBeforeHostTime = 7min; });
    row("series without rule", u"recurrence"_s, [](MeetingDraft &d) { d.type = MeetingType::Recurring; });
    row("single with rule", u"recurrence"_s, [](MeetingDraft &d) { d.recurrence = Recurrence{}; });
    row("series", {}, [](MeetingDraft &d) {
        d.type = MeetingType::Recurring;
        d.recurrence = Recurrence{.weekDays = {Qt::Monday}, .end = 12};
    });
    row("series too often", u"recurrence"_s, [](MeetingDraft &d) {
        d.type = MeetingType::Recurring;
        d.recurrence = Recurrence{.weekDays = {Qt::Monday}, .end = 61};
    });
    row("instant needs no time", {}, [](MeetingDraft &d) {
        d.type = MeetingType::Instant;
        d.start = QDateTime();
        d.duration = 0min;
        d.timeZone.clear();
    });
    row("no fixed time", {}, [](MeetingDraft &d) {
        d.type = MeetingType::RecurringNoFixedTime;
        d.start = QDateTime();
    });
    row("personal room", u"type"_s, [](MeetingDraft &d) { d.type = MeetingType::PersonalRoom; });
    row("unknown type", u"type"_s, [](MeetingDraft &d) { d.type = MeetingType::Unknown; });
}

void TestMeeting::drafts()
{
    QFETCH(const ChangeDraft, change);
    QFETCH(const QString, field);

    MeetingDraft draft = goodDraft();
    change(draft);
    const QList<FieldError> errors = validate(draft, now());
    QCOMPARE(fieldsOf(errors), field.isEmpty() ? QStringList() : QStringList(field));
    verifyWords(errors);
}

void TestMeeting::everyFaultIsTold()
{
    MeetingDraft draft = goodDraft();
    draft.topic.clear();
    draft.passcode = u"§"_s;
    draft.duration = 0min;
    draft.start = now().addDays(-1);
    const QStringList expected{u"topic"_s, u"start"_s, u"duration"_s, u"passcode"_s};
    QCOMPARE(fieldsOf(validate(draft, now())), expected);
}

void TestMeeting::edits_data()
{
    QTest::addColumn<MeetingType>("type");
    QTest::addColumn<ChangeEdit>("change");
    QTest::addColumn<QString>("field");

    const auto row = [](const char *name, MeetingType type, const QString &field, const ChangeEdit &change) {
        QTest::newRow(name) << type << change << field;
    };
    constexpr auto single = MeetingType::Scheduled;
    constexpr auto series = MeetingType::Recurring;
    row("nothing", single, {}, [](MeetingEdit &) { });
    row("topic", single, {}, [](MeetingEdit &e) { e.topic = u"New"_s; });
    row("topic empty", single, u"topic"_s, [](MeetingEdit &e) { e.topic = QString(); });
    row("agenda long", single, u"agenda"_s, [](MeetingEdit &e) { e.agenda = QString(2001, u'x'); });
    row("passcode", single, u"passcode"_s, [](MeetingEdit &e) { e.passcode = u"#"_s; });
    row("duration", single, u"duration"_s, [](MeetingEdit &e) { e.duration = 0min; });
    row("zone", single, u"timeZone"_s, [](MeetingEdit &e) { e.timeZone = QByteArray("Nowhere"); });
    row("start in the past", single, u"start"_s, [](MeetingEdit &e) { e.start = now().addSecs(-3600); });
    row("start as it was", single, {}, [](MeetingEdit &e) { e.start = now().addDays(-3); });
    row("start later", single, {}, [](MeetingEdit &e) { e.start = now().addDays(1); });
    row("start of what has none", MeetingType::RecurringNoFixedTime, u"start"_s,
        [](MeetingEdit &e) { e.start = now().addDays(1); });
    row("rule for a single one", single, u"recurrence"_s,
        [](MeetingEdit &e) { e.recurrence = Recurrence{}; });
    row("rule", series, {},
        [](MeetingEdit &e) { e.recurrence = Recurrence{.weekDays = {Qt::Monday}, .end = 3}; });
    row("bad rule", series, u"recurrence"_s,
        [](MeetingEdit &e) { e.recurrence = Recurrence{.interval = 13, .weekDays = {Qt::Monday}}; });
    row("settings", single, u"settings.alternativeHosts"_s, [](MeetingEdit &e) {
        MeetingSettings settings;
        settings.alternativeHosts = {u"nobody"_s};
        e.settings = settings;
    });
}

void TestMeeting::edits()
{
    QFETCH(const MeetingType, type);
    QFETCH(const ChangeEdit, change);
    QFETCH(const QString, field);

    MeetingEdit edit;
    change(edit);
    const QList<FieldError> errors = validate(edit, scheduled(type), now());
    QCOMPARE(fieldsOf(errors), field.isEmpty() ? QStringList() : QStringList(field));
    verifyWords(errors);
}

void TestMeeting::emptyEdit()
{
    QVERIFY(MeetingEdit{}.isEmpty());
    QVERIFY(!MeetingEdit{.topic = QString()}.isEmpty());
    QVERIFY(!MeetingEdit{.owner = Everyone{}}.isEmpty());
    QVERIFY(!MeetingEdit{.recurrence = Recurrence{}}.isEmpty());
}

QTEST_GUILESS_MAIN(TestMeeting)
#include "tst_meeting.moc"
