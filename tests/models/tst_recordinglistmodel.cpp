// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordinglistmodel.h"
#include "store/schoolfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::RecordingListModel;

namespace {

constexpr qint64 megabyte = 1'000'000;

store::RemoteRecording recording(int number, const QDateTime &start)
{
    store::RemoteRecording remote;
    remote.zoomMeetingId = 1;
    remote.hostZoomUserId = u"host-1"_s;
    remote.recording.instanceUuid = u"uuid-%1"_s.arg(number);
    remote.recording.topic = u"Lesson %1"_s.arg(number);
    remote.recording.start = start.addSecs(-86400 * qint64{number});
    remote.recording.duration = std::chrono::minutes(45);
    remote.recording.totalSizeBytes = megabyte;
    remote.recording.shareUrl = u"https://zoom.example/rec/%1"_s.arg(number);
    return remote;
}

} // namespace

class RecordingListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theLatestComeFirst();
    void totalsAreOfAllPages();
    void pagesComeAsOneScrolls();
    void theTextNarrows();

private:
    void addRecordings(int count);
    void show(const store::RecordingQuery &query);

    std::unique_ptr<store::test::School> m_school;
    std::unique_ptr<models::StoreReader> m_reader;
    std::unique_ptr<RecordingListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RecordingListModelTest::init()
{
    m_school = std::make_unique<store::test::School>();
    m_reader = std::make_unique<models::StoreReader>(m_school->path(), m_school->clock);
    m_model = std::make_unique<RecordingListModel>(
        *m_reader, QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Paris"));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_school->meeting(1, school::Everyone{}, 60);
}

void RecordingListModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_reader.reset();
    m_school.reset();
}

void RecordingListModelTest::addRecordings(int count)
{
    store::RecordingRepository recordings(*m_school->database);
    for (int number = 0; number < count; ++number)
        store::test::ok(recordings.save(recording(number, m_school->clock.now())));
}

void RecordingListModelTest::show(const store::RecordingQuery &query)
{
    QSignalSpy loaded(m_model.get(), &RecordingListModel::loaded);
    m_model->setQuery(query);
    QVERIFY(loaded.wait());
}

void RecordingListModelTest::theLatestComeFirst()
{
    addRecordings(3);
    QVERIFY(!m_model->isLoaded());
    show({});
    QVERIFY(m_model->isLoaded());
    QCOMPARE(m_model->rowCount(), 3);
    const auto text = [this](int column) { return m_model->index(0, column).data().toString(); };
    QCOMPARE(text(RecordingListModel::When), u"Mon 23 Nov 2026, 10:00"_s);
    QCOMPARE(text(RecordingListModel::Topic), u"Lesson 0"_s);
    QCOMPARE(text(RecordingListModel::Watch), QString());
    QCOMPARE(m_model->columnCount(), int(RecordingListModel::ColumnCount));
    QVERIFY(m_model->rowAt(0).meeting.isValid());
}

void RecordingListModelTest::totalsAreOfAllPages()
{
    addRecordings(7);
    store::RecordingQuery query;
    query.limit = 2;
    show(query);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->totals().recordings, 7);
    QCOMPARE(m_model->totals().sizeBytes, 7 * megabyte);
}

void RecordingListModelTest::pagesComeAsOneScrolls()
{
    addRecordings(5);
    store::RecordingQuery query;
    query.limit = 2;
    show(query);
    QSignalSpy loaded(m_model.get(), &RecordingListModel::loaded);
    while (m_model->canFetchMore({})) {
        m_model->fetchMore({});
        QVERIFY(loaded.wait());
    }
    QCOMPARE(m_model->rowCount(), 5);
}

void RecordingListModelTest::theTextNarrows()
{
    addRecordings(5);
    store::RecordingQuery query;
    query.text = u"lesson 3"_s;
    show(query);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->totals().sizeBytes, megabyte);
    query.text = u"nothing like it"_s;
    show(query);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->totals().sizeBytes, 0);
}

QTEST_MAIN(RecordingListModelTest)
#include "tst_recordinglistmodel.moc"
