// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/editmerge.h"

#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using school::Meeting;
using school::MeetingEdit;

namespace {

QString ownerName(const school::Owner &owner)
{
    return std::holds_alternative<school::Everyone>(owner) ? u"everyone"_s : u"a course"_s;
}

Meeting lesson()
{
    Meeting meeting;
    meeting.topic = u"Cells"_s;
    meeting.agenda = u"Bring the book"_s;
    meeting.start = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    meeting.duration = 45min;
    meeting.timeZone = "Europe/Paris";
    meeting.detailFetchedAt = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
    return meeting;
}

} // namespace

class TestEditMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneField_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("only I changed it") << u"Plants"_s << u"Cells"_s << true << false;
        QTest::newRow("both changed it alike") << u"Plants"_s << u"Plants"_s << false << false;
        QTest::newRow("both changed it differently") << u"Plants"_s << u"Animals"_s << true << true;
        QTest::newRow("I changed it back") << u"Cells"_s << u"Cells"_s << false << false;
    }

    void oneField()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        MeetingEdit edit;
        edit.topic = mine;
        const MeetingEdit before = sync::valuesBefore(edit, lesson());
        Meeting remote = lesson();
        remote.topic = theirs;
        const sync::EditMerge merge = sync::mergeEdit(edit, before, remote, ownerName);
        QTEST(merge.toSend.topic.has_value(), "sent");
        QTEST(!merge.conflicts.isEmpty(), "conflict");
    }

    void aConflictNamesAllThree()
    {
        MeetingEdit edit;
        edit.topic = u"Plants"_s;
        Meeting remote = lesson();
        remote.topic = u"Animals"_s;
        const auto conflicts =
            sync::mergeEdit(edit, sync::valuesBefore(edit, lesson()), remote, ownerName).conflicts;
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().field, u"topic"_s);
        QCOMPARE(conflicts.first().before, u"Cells"_s);
        QCOMPARE(conflicts.first().mine, u"Plants"_s);
        QCOMPARE(conflicts.first().theirs, u"Animals"_s);
    }

    void settingsMergeOneByOne()
    {
        MeetingEdit edit;
        edit.settings = lesson().settings;
        edit.settings->waitingRoom = true;
        Meeting remote = lesson();
        remote.settings.muteUponEntry = true;
        const sync::EditMerge merge =
            sync::mergeEdit(edit, sync::valuesBefore(edit, lesson()), remote, ownerName);
        QVERIFY(merge.conflicts.isEmpty());
        QVERIFY(merge.toSend.settings.has_value());
        QVERIFY(merge.toSend.settings->waitingRoom);
        QVERIFY(merge.toSend.settings->muteUponEntry);
    }

    void oneSettingInConflict()
    {
        MeetingEdit edit;
        edit.settings = lesson().settings;
        edit.settings->autoRecording = school::AutoRecording::Cloud;
        Meeting remote = lesson();
        remote.settings.autoRecording = school::AutoRecording::Local;
        const auto conflicts =
            sync::mergeEdit(edit, sync::valuesBefore(edit, lesson()), remote, ownerName).conflicts;
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().field, u"settings.autoRecording"_s);
    }

    void whatWasNeverSeenIsNoConflict()
    {
        Meeting known = lesson();
        known.detailFetchedAt = {};
        MeetingEdit edit;
        edit.agenda = u"Bring paper"_s;
        Meeting remote = lesson();
        remote.agenda = u"Something that this desktop never read"_s;
        const sync::EditMerge merge =
            sync::mergeEdit(edit, sync::valuesBefore(edit, known), remote, ownerName);
        QVERIFY(merge.conflicts.isEmpty());
        QCOMPARE(merge.toSend.agenda, edit.agenda);
    }

    void theOwnerIsAFieldToo()
    {
        MeetingEdit edit;
        edit.owner = school::Everyone{};
        Meeting known = lesson();
        known.owner = school::CourseOwner{CourseId{1}, {}, {}};
        Meeting remote = known;
        remote.owner = school::CourseOwner{CourseId{2}, {}, {}};
        const auto conflicts =
            sync::mergeEdit(edit, sync::valuesBefore(edit, known), remote, ownerName).conflicts;
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().mine, u"everyone"_s);
    }

    void laterEditsWinAndEarlierBeforesStay()
    {
        MeetingEdit first;
        first.topic = u"Plants"_s;
        first.duration = 60min;
        MeetingEdit second;
        second.topic = u"Trees"_s;
        const MeetingEdit both = sync::coalesced(first, second);
        QCOMPARE(both.topic, u"Trees"_s);
        QCOMPARE(both.duration, 60min);

        Meeting shown = lesson();
        const MeetingEdit before = sync::valuesBefore(first, shown);
        sync::applyEdit(shown, first);
        const MeetingEdit merged = sync::coalescedBefore(before, sync::valuesBefore(second, shown));
        QCOMPARE(merged.topic, u"Cells"_s);
        QCOMPARE(merged.duration, 45min);
    }

    void anEditOfOneDateLeavesTheSeries()
    {
        Meeting series = lesson();
        series.type = school::MeetingType::Recurring;
        series.occurrences = {
            {u"1"_s, series.start, 45min, {}}, {u"2"_s, series.start.addDays(7), 45min, {}}};
        MeetingEdit edit;
        edit.start = series.start.addDays(8);
        const QDateTime before = series.start;
        sync::applyEdit(series, u"2"_s, edit);
        QCOMPARE(series.start, before);
        QCOMPARE(series.occurrences.at(0).start, before);
        QCOMPARE(series.occurrences.at(1).start, before.addDays(8));
    }
};

QTEST_APPLESS_MAIN(TestEditMerge)
#include "tst_editmerge.moc"
