// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meetingremoval.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using Mail = RemovalQuestion::Answer::Mail;

class MeetingRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatZoomNeverKnewIsForgotten();
    void aMeetingNobodyRegisteredFor();
    void wherePeopleRegisteredTheyCanBeTold();
    void oneDateOfASeriesOrAll();
    void theLastDateIsTheMeeting();

private:
    static models::MeetingDetails details(int registered, int dates);
};

models::MeetingDetails MeetingRemovalTest::details(int registered, int dates)
{
    models::MeetingDetails details;
    store::MeetingRow &row = details.row;
    row.zoomId = 823;
    row.topic = u"Photosynthesis I"_s;
    row.start = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    row.registrantsApproved = registered;
    for (int date = 0; date < dates; ++date) {
        store::MeetingRow each = row;
        each.occurrenceId = QString::number(date);
        details.dates.append(each);
    }
    if (dates > 1)
        row.occurrenceId = u"1"_s;
    return details;
}

void MeetingRemovalTest::whatZoomNeverKnewIsForgotten()
{
    models::MeetingDetails local = details(0, 1);
    local.row.zoomId = 0;
    const RemovalQuestion removal = removalQuestion(local);
    QVERIFY(removal.question.text.contains(u"only forgotten here"_s));
    QCOMPARE(removal.answers.size(), 1);
    QCOMPARE(removal.answers.first().mail, Mail::No);
}

void MeetingRemovalTest::aMeetingNobodyRegisteredFor()
{
    const RemovalQuestion removal = removalQuestion(details(0, 1));
    QVERIFY(removal.question.title.contains(u"Photosynthesis I"_s));
    QVERIFY(removal.question.text.contains(u"link stops working"_s));
    QVERIFY(!removal.question.text.contains(u"registered"_s));
    QCOMPARE(removal.question.answers, QStringList{u"Delete meeting"_s});
    QCOMPARE(removal.question.weight, Question::Weight::Destructive);
}

void MeetingRemovalTest::wherePeopleRegisteredTheyCanBeTold()
{
    const RemovalQuestion removal = removalQuestion(details(27, 1));
    QVERIFY(removal.question.text.contains(u"27 person(s) registered"_s));
    QCOMPARE(removal.question.answers.size(), 2);
    QCOMPARE(removal.answers.size(), removal.question.answers.size());
    QCOMPARE(removal.answers.first().mail, Mail::Yes);
    QCOMPARE(removal.answers.last().mail, Mail::No);
}

void MeetingRemovalTest::oneDateOfASeriesOrAll()
{
    const RemovalQuestion removal = removalQuestion(details(3, 8));
    QCOMPARE(removal.question.answers.size(), 3);
    QVERIFY2(removal.question.answers.first().startsWith(u"Delete only"_s), "the least is proposed");
    QCOMPARE(removal.answers.first().occurrenceId, u"1"_s);
    QVERIFY(removal.answers.at(1).occurrenceId.isEmpty());
    QCOMPARE(removal.answers.at(1).mail, Mail::Yes);
    QVERIFY(removal.question.text.contains(u"leaves the other dates and the link"_s));
}

void MeetingRemovalTest::theLastDateIsTheMeeting()
{
    models::MeetingDetails one = details(0, 1);
    one.row.occurrenceId = u"0"_s;
    const RemovalQuestion removal = removalQuestion(one);
    QCOMPARE(removal.question.answers, QStringList{u"Delete meeting"_s});
    QVERIFY(removal.answers.first().occurrenceId.isEmpty());
}

QTEST_APPLESS_MAIN(MeetingRemovalTest)
#include "tst_meetingremoval.moc"
