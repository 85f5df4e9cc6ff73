// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/livequery.h"
#include "store/schoolfixture.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::LiveQuery;
using models::StoreReader;
using store::ChangeNotice;

namespace {

ChangeNotice noticeOf(ChangeNotice::Topic topic, const QSet<MeetingId> &meetings = {})
{
    ChangeNotice notice;
    notice.topics = topic;
    notice.meetings = meetings;
    return notice;
}

/// A question that counts how often it is asked.
struct Asked
{
    std::shared_ptr<std::atomic<int>> times = std::make_shared<std::atomic<int>>(0);

    [[nodiscard]] LiveQuery<int>::Query answering(int answer) const
    {
        return [times = times, answer](store::Database &) -> Result<int> {
            ++*times;
            return answer;
        };
    }
};

} // namespace

class LiveQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aQuestionIsAnswered();
    void whoTypesQuicklyWaitsForTheLastQuestionOnly();
    void manyChangesLeadToOneMoreQuestion();
    void onlyWhatConcernsItIsAskedAgain_data();
    void onlyWhatConcernsItIsAskedAgain();
    void nothingIsAskedBeforeThereIsAQuestion();
    void aFailureArrives();
    void whoIsGoneIsNotAnswered();
    void whatTakesLongKeepsNobodyWaiting();

private:
    /// Keeps the reader's thread busy until release().
    void holdReader();
    /// Waits until all that was asked is answered.
    void settle();

    std::unique_ptr<store::test::School> m_school;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<LiveQuery<int>> m_query;
    QList<Result<int>> m_answers;
    QSemaphore m_hold;
};

void LiveQueryTest::init()
{
    m_answers.clear();
    m_school = std::make_unique<store::test::School>();
    m_reader = std::make_unique<StoreReader>(m_school->path(), m_school->clock);
    m_query = std::make_unique<LiveQuery<int>>(*m_reader, ChangeNotice::Meetings | ChangeNotice::Outbox,
        [this](const Result<int> &answer) { m_answers.append(answer); });
}

void LiveQueryTest::cleanup()
{
    m_query.reset();
    m_reader.reset();
    m_school.reset();
}

void LiveQueryTest::holdReader()
{
    m_reader->read(
        this,
        [this](store::Database &) -> Result<int> {
            m_hold.acquire();
            return 0;
        },
        [](const Result<int> &) {});
}

void LiveQueryTest::settle()
{
    bool isDone = false;
    m_reader->read(
        this, [](store::Database &) -> Result<int> { return 0; },
        [&isDone](const Result<int> &) { isDone = true; });
    QTRY_VERIFY(isDone);
}

void LiveQueryTest::aQuestionIsAnswered()
{
    m_query->ask([](store::Database &) -> Result<int> { return 7; });
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().value(), 7);
}

void LiveQueryTest::whoTypesQuicklyWaitsForTheLastQuestionOnly()
{
    const Asked asked;
    holdReader();
    for (int answer = 1; answer <= 5; ++answer)
        m_query->ask(asked.answering(answer));
    m_hold.release();
    settle();
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().value(), 5);
    QCOMPARE(asked.times->load(), 1);
}

void LiveQueryTest::manyChangesLeadToOneMoreQuestion()
{
    const Asked asked;
    holdReader();
    m_query->ask(asked.answering(1));
    for (int i = 0; i < 100; ++i)
        Q_EMIT m_reader->storeChanged(noticeOf(ChangeNotice::Meetings));
    m_hold.release();
    QTRY_COMPARE(m_answers.size(), 2);
    settle();
    QCOMPARE(asked.times->load(), 2);
}

void LiveQueryTest::onlyWhatConcernsItIsAskedAgain_data()
{
    QTest::addColumn<qint64>("about");
    QTest::addColumn<int>("topic");
    QTest::addColumn<QList<qint64>>("meetings");
    QTest::addColumn<bool>("isAskedAgain");
    const QList<qint64> any;
    QTest::newRow("its topic") << qint64{0} << int(ChangeNotice::Meetings) << any << true;
    QTest::newRow("its other topic") << qint64{0} << int(ChangeNotice::Outbox) << QList<qint64>{4} << true;
    QTest::newRow("another topic") << qint64{0} << int(ChangeNotice::People) << any << false;
    QTest::newRow("its meeting") << qint64{4} << int(ChangeNotice::Meetings) << QList<qint64>{3, 4} << true;
    QTest::newRow("any meeting") << qint64{4} << int(ChangeNotice::Meetings) << any << true;
    QTest::newRow("another meeting") << qint64{4} << int(ChangeNotice::Meetings) << QList<qint64>{3} << false;
}

void LiveQueryTest::onlyWhatConcernsItIsAskedAgain()
{
    QFETCH(qint64, about);
    QFETCH(int, topic);
    QFETCH(QList<qint64>, meetings);
    QFETCH(bool, isAskedAgain);
    const Asked asked;
    if (about == 0)
        m_query->ask(asked.answering(1));
    else
        m_query->askAbout(MeetingId{about}, asked.answering(1));
    QTRY_COMPARE(m_answers.size(), 1);
    QSet<MeetingId> concerned;
    for (const qint64 meeting : meetings)
        concerned.insert(MeetingId{meeting});
    Q_EMIT m_reader->storeChanged(noticeOf(static_cast<ChangeNotice::Topic>(topic), concerned));
    settle();
    QCOMPARE(asked.times->load(), isAskedAgain ? 2 : 1);
}

void LiveQueryTest::nothingIsAskedBeforeThereIsAQuestion()
{
    Q_EMIT m_reader->storeChanged(noticeOf(ChangeNotice::Meetings));
    settle();
    QVERIFY(m_answers.isEmpty());
}

void LiveQueryTest::aFailureArrives()
{
    StoreReader nowhere(m_school->folder.filePath(u"missing/school.sqlite"_s), m_school->clock);
    LiveQuery<int> query(
        nowhere, ChangeNotice::Meetings, [this](const Result<int> &answer) { m_answers.append(answer); });
    query.ask([](store::Database &) -> Result<int> { return 1; });
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(!m_answers.first());
    QCOMPARE(m_answers.first().error().code, ErrorCode::Storage);
    QVERIFY(!m_answers.first().error().message.isEmpty());
}

void LiveQueryTest::whoIsGoneIsNotAnswered()
{
    const Asked asked;
    holdReader();
    m_query->ask(asked.answering(1));
    m_query.reset();
    m_hold.release();
    settle();
    QVERIFY(m_answers.isEmpty());
    QCOMPARE(asked.times->load(), 0);
}

void LiveQueryTest::whatTakesLongKeepsNobodyWaiting()
{
    bool isLongDone = false;
    m_reader->readAside(
        this,
        [this](store::Database &) -> Result<int> {
            m_hold.acquire();
            return 0;
        },
        [&isLongDone](const Result<int> &) { isLongDone = true; });
    settle();
    QVERIFY(!isLongDone);
    m_hold.release();
    QTRY_VERIFY(isLongDone);
}

QTEST_MAIN(LiveQueryTest)
#include "tst_livequery.moc"
