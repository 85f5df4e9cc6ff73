// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/meetingwords.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Unit = Recurrence::Unit;

Q_DECLARE_METATYPE(lectern::school::Recurrence)

namespace {

/// English plurals, as the program's English catalogue has them.
class English : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        return QString::fromUtf8(source).replace(u"(s)"_s, n == 1 ? QString() : u"s"_s);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// A few French sentences whose order of words differs from the English.
class French : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        static const QHash<QByteArray, QString> sentences{
            {"every %1", u"chaque %1"_s},
            {"%1, %n time(s)", u"%n fois, %1"_s},
            {"in %1", u"dans %1"_s},
            {"%1 late", u"en retard de %1"_s},
            {"%1 h %2", u"%1 h %2"_s},
            {"dddd d MMMM", u"dddd d MMMM"_s},
            {"Today, %1", u"Aujourd’hui, %1"_s},
        };
        if (QByteArray(source) == "%n day(s)")
            return n < 2 ? u"%n jour"_s : u"%n jours"_s;
        return sentences.value(source);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QDateTime utc(int day, int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute, second), Qt::UTC);
}

QLocale british()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

} // namespace

class TestMeetingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void recurrences_data();
    void recurrences();
    void durations_data();
    void durations();
    void countdowns_data();
    void countdowns();
    void sinceWhen();
    void times_data();
    void times();
    void days_data();
    void days();
    void everythingHasAName();
    void otherLanguages();

private:
    English m_english;
};

void TestMeetingWords::init()
{
    QCoreApplication::installTranslator(&m_english);
}

void TestMeetingWords::cleanup()
{
    QCoreApplication::removeTranslator(&m_english);
}

void TestMeetingWords::recurrences_data()
{
    QTest::addColumn<Recurrence>("recurrence");
    QTest::addColumn<QString>("text");

    const QDateTime december = QDateTime(QDate(2026, 12, 17), QTime(23, 30), Qt::UTC); // the 18th in Paris
    const QDateTime nextYear = QDateTime(QDate(2027, 1, 31), QTime(12, 0), Qt::UTC);
    const auto row = [](const QString &text, const Recurrence &recurrence) {
        QTest::newRow(qPrintable(text)) << recurrence << text;
    };
    row(u"every day, 3 times"_s, {.unit = Unit::Daily, .end = 3});
    row(u"every 2 days, 1 time"_s, {.unit = Unit::Daily, .interval = 2, .end = 1});
    row(u"every Tuesday and Thursday, 12 times"_s, {.weekDays = {Qt::Tuesday, Qt::Thursday}, .end = 12});
    row(u"every Monday, Tuesday and Friday, 2 times"_s,
        {.weekDays = {Qt::Monday, Qt::Tuesday, Qt::Friday}, .end = 2});
    row(u"every 2 weeks on Monday until 18 December"_s,
        {.interval = 2, .weekDays = {Qt::Monday}, .end = december});
    row(u"every week until 31 January 2027"_s, {.end = nextYear});
    row(u"every month on day 31, 6 times"_s, {.unit = Unit::Monthly, .monthDay = 31, .end = 6});
    row(u"every 3 months on the last Friday, 4 times"_s,
        {.unit = Unit::Monthly, .interval = 3, .monthWeek = -1, .monthWeekDay = Qt::Friday, .end = 4});
    row(u"every month on the second Tuesday, 4 times"_s,
        {.unit = Unit::Monthly, .monthWeek = 2, .monthWeekDay = Qt::Tuesday, .end = 4});
}

void TestMeetingWords::recurrences()
{
    QFETCH(const Recurrence, recurrence);
    QFETCH(const QString, text);

    QCOMPARE(recurrenceText(recurrence, utc(22, 9, 0), paris(), british()), text);
}

void TestMeetingWords::durations_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("text");

    QTest::newRow("0") << 0 << u"0 minutes"_s;
    QTest::newRow("1") << 1 << u"1 minute"_s;
    QTest::newRow("45") << 45 << u"45 minutes"_s;
    QTest::newRow("60") << 60 << u"1 hour"_s;
    QTest::newRow("65") << 65 << u"1 h 05 min"_s;
    QTest::newRow("90") << 90 << u"1 h 30 min"_s;
    QTest::newRow("120") << 120 << u"2 hours"_s;
    QTest::newRow("1440") << 1440 << u"24 hours"_s;
}

void TestMeetingWords::durations()
{
    QFETCH(const int, minutes);

    QTEST(durationText(std::chrono::minutes(minutes), british()), "text");
}

void TestMeetingWords::countdowns_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("now") << qint64{0} << u"now"_s << u"starts now"_s;
    QTest::newRow("59 s") << qint64{59} << u"now"_s << u"starts now"_s;
    QTest::newRow("just after") << qint64{-59} << u"now"_s << u"starts now"_s;
    QTest::newRow("60 s") << qint64{60} << u"in 1 min"_s << u"starts in 1 min"_s;
    QTest::newRow("61 s") << qint64{61} << u"in 2 min"_s << u"starts in 2 min"_s;
    QTest::newRow("47 min") << qint64{47 * 60} << u"in 47 min"_s << u"starts in 47 min"_s;
    QTest::newRow("1 h") << qint64{3600} << u"in 1 h"_s << u"starts in 1 h"_s;
    QTest::newRow("2 h 10") << qint64{130 * 60} << u"in 2 h 10 min"_s << u"starts in 2 h 10 min"_s;
    QTest::newRow("18 h") << qint64{18 * 3600 + 900} << u"in 18 h"_s << u"starts in 18 h"_s;
    QTest::newRow("1 day") << qint64{25 * 3600} << u"in 1 day"_s << u"starts in 1 day"_s;
    QTest::newRow("3 days") << qint64{73 * 3600} << u"in 3 days"_s << u"starts in 3 days"_s;
    QTest::newRow("late") << qint64{-5 * 60} << u"5 min late"_s << u"5 min late"_s;
    QTest::newRow("very late") << qint64{-49 * 3600} << u"2 days late"_s << u"2 days late"_s;
}

void TestMeetingWords::countdowns()
{
    QFETCH(const qint64, seconds);

    const QDateTime now = utc(22, 14, 0);
    QTEST(countdownText(now.addSecs(seconds), now), "text");
    QTEST(startsText(now.addSecs(seconds), now), "sentence");
}

void TestMeetingWords::sinceWhen()
{
    QCOMPARE(sinceText(utc(22, 13, 2), utc(22, 14, 0), paris(), british()), u"since 14:02"_s);
    QCOMPARE(sinceText(utc(21, 22, 30), utc(22, 14, 0), paris(), british()), u"since 21 November, 23:30"_s);
    QCOMPARE(sinceText(utc(21, 23, 30), utc(22, 14, 0), paris(), british()), u"since 00:30"_s);
}

void TestMeetingWords::times_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");

    QTest::newRow("British") << british() << u"08:50 – 09:35"_s;
    QTest::newRow("French") << QLocale(QLocale::French, QLocale::France) << u"08:50 – 09:35"_s;
    QTest::newRow("Spanish") << QLocale(QLocale::Spanish, QLocale::Spain) << u"8:50 – 9:35"_s;
    QTest::newRow("C") << QLocale::c() << u"08:50 – 09:35"_s;
}

void TestMeetingWords::times()
{
    QFETCH(const QLocale, locale);

    QTEST(timeRangeText(utc(22, 7, 50), 45min, paris(), locale), "text");
}

void TestMeetingWords::days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("text");

    QTest::newRow("today") << QDate(2026, 11, 22) << u"Today, Sunday 22 November"_s;
    QTest::newRow("tomorrow") << QDate(2026, 11, 23) << u"Tomorrow, Monday 23 November"_s;
    QTest::newRow("yesterday") << QDate(2026, 11, 21) << u"Yesterday, Saturday 21 November"_s;
    QTest::newRow("another") << QDate(2026, 11, 27) << u"Friday 27 November"_s;
    QTest::newRow("next year") << QDate(2027, 1, 4) << u"Monday 4 January 2027"_s;
}

void TestMeetingWords::days()
{
    QFETCH(const QDate, day);

    QTEST(dayHeading(day, QDate(2026, 11, 22), british()), "text");
}

void TestMeetingWords::everythingHasAName()
{
    QSet<QString> names;
    for (const int type : {0, 1, 2, 3, 4, 5, 6, 8, 9, 10})
        names.insert(typeName(static_cast<MeetingType>(type)));
    QCOMPARE(names.size(), 10);
    for (int kind = 0; kind <= static_cast<int>(MeetingKind::Global); ++kind)
        names.insert(kindName(static_cast<MeetingKind>(kind)));
    for (int status = 0; status <= static_cast<int>(MeetingStatus::Deleted); ++status)
        names.insert(statusName(static_cast<MeetingStatus>(status)));
    QCOMPARE(names.size(), 17);
    QVERIFY(!names.contains(QString()));
}

void TestMeetingWords::otherLanguages()
{
    French french;
    QCoreApplication::removeTranslator(&m_english);
    QCoreApplication::installTranslator(&french);
    const QLocale locale(QLocale::French, QLocale::France);
    const QDateTime now = utc(22, 9, 0);

    QCOMPARE(recurrenceText({.weekDays = {Qt::Tuesday, Qt::Thursday}, .end = 12}, now, paris(), locale),
        u"12 fois, chaque mardi et jeudi"_s);
    QCOMPARE(countdownText(now.addDays(1), now), u"dans 1 jour"_s);
    QCOMPARE(countdownText(now.addDays(-3), now), u"en retard de 3 jours"_s);
    QCOMPARE(
        dayHeading(QDate(2026, 11, 22), QDate(2026, 11, 22), locale), u"Aujourd’hui, dimanche 22 novembre"_s);
    QCoreApplication::removeTranslator(&french);
}

QTEST_GUILESS_MAIN(TestMeetingWords)
#include "tst_meetingwords.moc"
