// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "support/accessibility.h"
#include "ui/filters/periodpicker.h"

#include <QDateEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using lectern::ui::DayRange;
using lectern::ui::Period;
using lectern::ui::PeriodPicker;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }

private:
    QDateTime m_now{QDate(2026, 11, 25), QTime(23, 30), Qt::UTC}; // Thursday 26 in Paris
};

school::Session autumn()
{
    school::Session session;
    session.title = u"Autumn 2026"_s;
    session.firstDay = QDate(2026, 9, 1);
    session.lastDay = QDate(2026, 12, 18);
    return session;
}

const QList<Period> offered{Period::AllDates, Period::Today, Period::ThisWeek, Period::Custom};

} // namespace

Q_DECLARE_METATYPE(lectern::ui::Period)

class PeriodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data();
    void days();
    void momentsAreThePersonsMidnights();
    void twoDaysInAnyOrder();
    void customBeginsWithWhatWasChosen();
    void termsAreOfferedWhenKnown();
    void namesEveryControl();

private:
    FixedClock m_clock;
};

void PeriodTest::days_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("all") << Period::AllDates << british << QDate() << QDate();
    QTest::newRow("from today") << Period::FromToday << british << QDate(2026, 11, 26) << QDate();
    QTest::newRow("today") << Period::Today << british << QDate(2026, 11, 26) << QDate(2026, 11, 26);
    QTest::newRow("week from Monday")
        << Period::ThisWeek << british << QDate(2026, 11, 23) << QDate(2026, 11, 29);
    QTest::newRow("week from Sunday")
        << Period::ThisWeek << american << QDate(2026, 11, 22) << QDate(2026, 11, 28);
    QTest::newRow("month") << Period::ThisMonth << british << QDate(2026, 11, 1) << QDate(2026, 11, 30);
    QTest::newRow("term") << Period::ThisTerm << british << QDate(2026, 9, 1) << QDate(2026, 12, 18);
}

void PeriodTest::days()
{
    QFETCH(Period, period);
    QFETCH(QLocale, locale);
    const DayRange days = ui::daysOf(period, QDate(2026, 11, 26), autumn(), locale);
    QTEST(days.first, "first");
    QTEST(days.last, "last");
}

void PeriodTest::momentsAreThePersonsMidnights()
{
    PeriodPicker picker(m_clock, offered);
    QVERIFY(!picker.from().isValid() && !picker.to().isValid());
    picker.choose(Period::Today);
    QCOMPARE(picker.from(), QDateTime(QDate(2026, 11, 25), QTime(23, 0), Qt::UTC));
    QCOMPARE(picker.to(), QDateTime(QDate(2026, 11, 26), QTime(23, 0), Qt::UTC));
    picker.chooseDays({QDate(2026, 10, 25), QDate(2026, 10, 25)}); // the day clocks go back
    QCOMPARE(picker.from().secsTo(picker.to()), 25 * 3600);
}

void PeriodTest::twoDaysInAnyOrder()
{
    PeriodPicker picker(m_clock, offered);
    picker.chooseDays({QDate(2026, 12, 1), QDate(2026, 11, 1)});
    QCOMPARE(picker.days(), (DayRange{QDate(2026, 11, 1), QDate(2026, 12, 1)}));
}

void PeriodTest::customBeginsWithWhatWasChosen()
{
    PeriodPicker picker(m_clock, offered);
    picker.show();
    auto *first = picker.findChild<QDateEdit *>(u"firstDay"_s);
    QVERIFY(!first->isVisible());
    picker.choose(Period::ThisWeek);
    const DayRange week = picker.days();
    picker.choose(Period::Custom);
    QVERIFY(first->isVisible());
    QCOMPARE(picker.days(), week);
    QSignalSpy changed(&picker, &PeriodPicker::changed);
    first->setDate(week.first.addDays(-1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(picker.days().first, week.first.addDays(-1));
}

void PeriodTest::termsAreOfferedWhenKnown()
{
    PeriodPicker picker(m_clock, offered);
    picker.choose(Period::ThisTerm);
    QVERIFY(picker.period() != Period::ThisTerm);
    picker.setTerm(autumn());
    picker.choose(Period::ThisTerm);
    QCOMPARE(picker.days(), (DayRange{QDate(2026, 9, 1), QDate(2026, 12, 18)}));
    QVERIFY(picker.isNarrowing());
    picker.reset();
    QCOMPARE(picker.period(), Period::AllDates);
}

void PeriodTest::namesEveryControl()
{
    PeriodPicker picker(m_clock, offered);
    picker.choose(Period::Custom);
    QCOMPARE(test::unnamedControls(&picker), QStringList());
}

QTEST_MAIN(PeriodTest)
#include "tst_period.moc"
