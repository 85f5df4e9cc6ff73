// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changepayload.h"

#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using school::MeetingEdit;

namespace {

bool same(const MeetingEdit &a, const MeetingEdit &b)
{
    return a.topic == b.topic && a.owner == b.owner && a.agenda == b.agenda && a.start == b.start
        && a.duration == b.duration && a.timeZone == b.timeZone && a.passcode == b.passcode
        && a.settings == b.settings && a.recurrence == b.recurrence;
}

MeetingEdit everything()
{
    MeetingEdit edit;
    edit.topic = u"Zellen & Gewebe ✓"_s;
    edit.owner = school::CourseOwner{CourseId{3}, SessionId{4}, std::nullopt};
    edit.agenda = u"line\nline"_s;
    edit.start = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    edit.duration = 45min;
    edit.timeZone = "Europe/Paris";
    edit.passcode = u"a1b2"_s;
    edit.settings.emplace();
    edit.settings->autoRecording = school::AutoRecording::Cloud;
    edit.settings->joinBeforeHostTime = 10min;
    edit.settings->alternativeHosts = {u"a@b.example"_s, u"c@d.example"_s};
    edit.recurrence.emplace();
    edit.recurrence->weekDays = {Qt::Monday, Qt::Thursday};
    edit.recurrence->end = QDateTime(QDate(2026, 6, 30), QTime(0, 0), Qt::UTC);
    return edit;
}

} // namespace

class TestChangePayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("nothing set") << 0;
        QTest::newRow("everything set") << 1;
        QTest::newRow("a number of dates") << 2;
        QTest::newRow("for a person") << 3;
    }

    void roundTrips()
    {
        QFETCH(int, which);
        MeetingEdit edit = which == 0 ? MeetingEdit() : everything();
        if (which == 2)
            edit.recurrence->end = 12;
        if (which == 3)
            edit.owner = school::PersonOwner{PersonId{9}};
        const Result<MeetingEdit> decoded = sync::decodeEdit(sync::encodeEdit(edit));
        QVERIFY(decoded);
        QVERIFY(same(*decoded, edit));
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another version") << QByteArray("\x00\x09rest", 6);
        QByteArray cut = sync::encodeEdit(everything());
        cut.chop(8);
        QTest::newRow("cut off") << cut;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, payload);
        const Result<MeetingEdit> decoded = sync::decodeEdit(payload);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Storage);
    }

    void namesTheFieldsThatChange()
    {
        school::Meeting before;
        MeetingEdit edit;
        edit.topic = u"New"_s;
        edit.settings = before.settings;
        edit.settings->waitingRoom = true;
        QCOMPARE(sync::fieldsOf(edit, before),
            store::MeetingFields(store::MeetingField::Topic) | store::MeetingField::WaitingRoom);
    }
};

QTEST_APPLESS_MAIN(TestChangePayload)
#include "tst_changepayload.moc"
