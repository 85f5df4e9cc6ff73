// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/dateformat.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern::school;

class DateFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheLocale_data();
    void followsTheLocale();
    void aFieldTakesTheFormat();
};

void DateFormatTest::followsTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("longDay");
    QTest::newRow("British") << u"en_GB"_s << u"Mon 23 Nov"_s << u"Mon 23 Nov 2026"_s
                             << u"Monday 23 November"_s;
    QTest::newRow("American") << u"en_US"_s << u"Mon Nov 23"_s << u"Mon Nov 23, 2026"_s
                              << u"Monday November 23"_s;
    QTest::newRow("French") << u"fr_FR"_s << u"lun. 23 nov."_s << u"lun. 23 nov. 2026"_s
                            << u"lundi 23 novembre"_s;
    QTest::newRow("Spanish") << u"es_ES"_s << u"lun 23 nov"_s << u"lun 23 nov 2026"_s
                             << u"lunes 23 de noviembre"_s;
    QTest::newRow("German") << u"de_DE"_s << u"Mo. 23. Nov."_s << u"Mo. 23. Nov. 2026"_s
                            << u"Montag 23. November"_s;
    QTest::newRow("no locale") << u"C"_s << u"Mon 23 Nov"_s << u"Mon 23 Nov 2026"_s
                               << u"Monday 23 November"_s;
}

void DateFormatTest::followsTheLocale()
{
    QFETCH(const QString, locale);
    const QLocale here(locale);
    const QDate day(2026, 11, 23);
    QTEST(shortDayText(day, here), "day");
    QTEST(shortDateText(day, here), "date");
    QTEST(here.toString(day, dateFormat(DateNames::Long, Weekday::Shown, Year::Hidden, here)), "longDay");
}

void DateFormatTest::aFieldTakesTheFormat()
{
    const QLocale french(QLocale::French);
    const QString format = dateFormat(DateNames::Short, Weekday::Shown, Year::Shown, french);
    QCOMPARE(french.toDate(u"lun. 23 nov. 2026"_s, format), QDate(2026, 11, 23));
    QCOMPARE(dateFormat(DateNames::Long, Weekday::Hidden, Year::Hidden, french), u"d MMMM"_s);
    const QLocale japanese(QLocale::Japanese);
    QCOMPARE(dateFormat(DateNames::Long, Weekday::Hidden, Year::Shown, japanese), u"yyyy年M月d日"_s);
}

QTEST_GUILESS_MAIN(DateFormatTest)
#include "tst_dateformat.moc"
