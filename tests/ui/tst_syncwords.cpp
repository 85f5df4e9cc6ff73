// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate/syncwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using Phase = sync::SyncStatus::Phase;

class SyncWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ages_data();
    void ages();
    void everyPhaseSpeaks_data();
    void everyPhaseSpeaks();
    void whatNeedsAPersonComesFirst();
    void aProblemSpeaksForItself();
    void liveSaysThroughWhat();
    void aRelayThatForgotUsIsTold();

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
};

void SyncWordsTest::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("now") << qint64{0} << u"just now"_s;
    QTest::newRow("the clock was set back") << qint64{-500} << u"just now"_s;
    QTest::newRow("a minute less one") << qint64{59} << u"just now"_s;
    QTest::newRow("a minute") << qint64{60} << u"1 min ago"_s;
    QTest::newRow("an hour less one") << qint64{3599} << u"59 min ago"_s;
    QTest::newRow("an hour") << qint64{3600} << u"1 hour(s) ago"_s;
    QTest::newRow("a day less one") << qint64{86399} << u"23 hour(s) ago"_s;
    QTest::newRow("two days") << qint64{2 * 86400} << u"2 day(s) ago"_s;
}

void SyncWordsTest::ages()
{
    QFETCH(qint64, seconds);
    QTEST(agoText(m_now.addSecs(-seconds), m_now), "words");
}

void SyncWordsTest::everyPhaseSpeaks_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<StatusDot::State>("dot");
    QTest::addColumn<QString>("words");
    using Dot = StatusDot::State;
    QTest::newRow("none") << Phase::NotConnected << Dot::Off << u"Not connected to Zoom"_s;
    QTest::newRow("idle") << Phase::Idle << Dot::Good << u"Up to date · 2 min ago"_s;
    QTest::newRow("pulling") << Phase::Pulling << Dot::Busy << u"Reading from Zoom, host 3 of 8"_s;
    QTest::newRow("pushing") << Phase::Pushing << Dot::Busy << u"Sending to Zoom"_s;
    QTest::newRow("offline") << Phase::Offline << Dot::Waiting
                             << u"Offline, shown as last read · 2 min ago"_s;
    QTest::newRow("refused") << Phase::NeedsAttention << Dot::Problem << u"Zoom refuses this account"_s;
}

void SyncWordsTest::everyPhaseSpeaks()
{
    QFETCH(Phase, phase);
    sync::SyncStatus status;
    status.phase = phase;
    status.lastPullAt = m_now.addSecs(-120);
    status.done = 3;
    status.total = 8;
    const SyncWords words = syncWords(status, m_now);
    QTEST(words.dot, "dot");
    QTEST(words.freshness, "words");
    QVERIFY(words.waiting.isEmpty());
}

void SyncWordsTest::whatNeedsAPersonComesFirst()
{
    sync::SyncStatus status;
    status.phase = Phase::Idle;
    QCOMPARE(syncWords(status, m_now).freshness, u"Connected, not read yet"_s);
    status.waitingChanges = 2;
    QCOMPARE(syncWords(status, m_now).waiting, u"2 change(s) waiting to be sent"_s);
    status.failedChanges = 1;
    QCOMPARE(syncWords(status, m_now).waiting, u"1 change(s) need you"_s);
    QCOMPARE(syncWords(status, m_now).dot, StatusDot::State::Problem);
}

void SyncWordsTest::aProblemSpeaksForItself()
{
    sync::SyncStatus status;
    status.phase = Phase::NeedsAttention;
    status.problem =
        Error{.code = ErrorCode::Unauthorized, .message = u"Zoom no longer accepts the secret."_s};
    QCOMPARE(syncWords(status, m_now).freshness, u"Zoom no longer accepts the secret."_s);
}

void SyncWordsTest::liveSaysThroughWhat()
{
    sync::SyncStatus status;
    status.phase = Phase::Idle;
    status.lastPullAt = m_now.addSecs(-3000);
    status.source = sync::FeedSource::Relay;
    status.freshAt = m_now.addSecs(-20);
    QCOMPARE(syncWords(status, m_now).freshness, u"Live, through the school's relay"_s);
    status.source = sync::FeedSource::ZoomSocket;
    QCOMPARE(syncWords(status, m_now).freshness, u"Live, from Zoom"_s);
    status.freshAt = m_now.addSecs(-180); // silent for too long to be called live
    QCOMPARE(syncWords(status, m_now).freshness, u"Up to date · 3 min ago"_s);
    status.source = sync::FeedSource::Polling;
    status.freshAt = m_now.addSecs(-10);
    QCOMPARE(syncWords(status, m_now).freshness, u"Up to date · just now"_s);
}

void SyncWordsTest::aRelayThatForgotUsIsTold()
{
    sync::SyncStatus status;
    status.phase = Phase::Idle;
    status.relay.state = sync::RelayStatus::State::Refused;
    QCOMPARE(syncWords(status, m_now).freshness, u"The school's relay asks for a new invitation"_s);
    QCOMPARE(syncWords(status, m_now).dot, StatusDot::State::Problem);
}

QTEST_APPLESS_MAIN(SyncWordsTest)
#include "tst_syncwords.moc"
