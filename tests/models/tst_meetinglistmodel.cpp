// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meetinglistmodel.h"
#include "store/schoolfixture.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::MeetingListModel;
using models::StoreReader;

class MeetingListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstPageComesBeforeTheCount();
    void aPageComesWhenItIsLookedAt();
    void theLastOfManyIsNear();
    void whatHappensIsNewsAndAFirstLoadIsNot();
    void aChangeKeepsTheChosenRowAmongMany();
    void columnsTellOfTheMeeting();
    void sortsThroughTheStore();
    void sortingBeforeTheFirstQueryIsKept();
    void aChangeInTheStoreKeepsTheChosenRow();
    void aFailureIsTold();

private:
    void addMeetings(int count);
    /// Shows a query and waits for its rows.
    void show(const store::MeetingQuery &query);
    [[nodiscard]] QStringList topics() const;

    std::unique_ptr<store::test::School> m_school;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<MeetingListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void MeetingListModelTest::init()
{
    m_school = std::make_unique<store::test::School>();
    m_reader = std::make_unique<StoreReader>(m_school->path(), m_school->clock);
    m_model = std::make_unique<MeetingListModel>(
        *m_reader, QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Paris"));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void MeetingListModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_reader.reset();
    m_school.reset();
}

void MeetingListModelTest::addMeetings(int count)
{
    for (int i = 0; i < count; ++i)
        m_school->meeting(
            1000 + i, school::Everyone{}, 60 * i, u"Meeting %1"_s.arg(i, 3, 10, QLatin1Char('0')));
}

void MeetingListModelTest::show(const store::MeetingQuery &query)
{
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    m_model->setQuery(query);
    QVERIFY(loaded.wait());
}

QStringList MeetingListModelTest::topics() const
{
    QStringList result;
    for (int line = 0; line < m_model->rowCount(); ++line)
        result << m_model->index(line, MeetingListModel::Topic).data().toString();
    return result;
}

void MeetingListModelTest::theFirstPageComesBeforeTheCount()
{
    addMeetings(25);
    QVERIFY(!m_model->isLoaded());
    store::MeetingQuery query;
    query.limit = 10;
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    m_model->setQuery(query);
    QVERIFY(loaded.wait());
    QVERIFY(m_model->isLoaded());
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_model->total(), -1);
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowCount(), 25);
    QCOMPARE(m_model->total(), 25);
    QVERIFY(!m_model->canFetchMore({})); // a view has nothing to ask for
}

void MeetingListModelTest::aPageComesWhenItIsLookedAt()
{
    addMeetings(25);
    store::MeetingQuery query;
    query.limit = 10;
    show(query);
    QTRY_COMPARE(m_model->total(), 25);
    const QModelIndex line = m_model->index(14, MeetingListModel::Topic);
    QVERIFY(!m_model->row(line));
    QTRY_VERIFY(m_model->row(line));
    QCOMPARE(line.data().toString(), u"Meeting 014"_s);
    QCOMPARE(m_model->index(0, MeetingListModel::Topic).data().toString(), u"Meeting 000"_s);
}

void MeetingListModelTest::theLastOfManyIsNear()
{
    addMeetings(105);
    store::MeetingQuery query;
    query.limit = 5;
    show(query);
    QTRY_COMPARE(m_model->rowCount(), 105);
    // As a quick scroll does: many pages in passing, and then the last.
    for (int line = 5; line < 105; ++line)
        QVERIFY(!m_model->row(m_model->index(line, 0)));
    QTRY_COMPARE(m_model->index(104, MeetingListModel::Topic).data().toString(), u"Meeting 104"_s);
    QTRY_COMPARE(m_model->index(50, MeetingListModel::Topic).data().toString(), u"Meeting 050"_s);
}

void MeetingListModelTest::whatHappensIsNewsAndAFirstLoadIsNot()
{
    addMeetings(4);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    show({});
    const auto news = [&changed] {
        QList<int> rows;
        for (const auto &call : changed) {
            if (call.at(2).value<QList<int>>().contains(models::NewsRole))
                rows << call.at(0).toModelIndex().row();
        }
        return rows;
    };
    QCOMPARE(news(), QList<int>());
    m_school->meeting(1002, school::Everyone{}, 120, u"Another topic"_s);
    m_school->meeting(1, school::Everyone{}, 300, u"Just scheduled"_s);
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    store::ChangeNotice notice;
    notice.topics = store::ChangeNotice::Meetings;
    Q_EMIT m_reader->storeChanged(notice);
    QVERIFY(loaded.wait());
    QCOMPARE(news(), (QList<int>{2, 4}));
    changed.clear();
    store::MeetingQuery query;
    query.text = u"just"_s;
    show(query);
    QCOMPARE(news(), QList<int>());
}

void MeetingListModelTest::aChangeKeepsTheChosenRowAmongMany()
{
    addMeetings(25);
    store::MeetingQuery query;
    query.limit = 10;
    show(query);
    QTRY_COMPARE(m_model->rowCount(), 25);
    const QPersistentModelIndex chosen = m_model->index(3, MeetingListModel::Topic);
    QCOMPARE(chosen.data().toString(), u"Meeting 003"_s);
    m_school->meeting(1, school::Everyone{}, 5, u"Just scheduled"_s);
    store::ChangeNotice notice;
    notice.topics = store::ChangeNotice::Meetings;
    Q_EMIT m_reader->storeChanged(notice);
    QTRY_COMPARE(m_model->rowCount(), 26);
    QCOMPARE(chosen.row(), 4);
    QCOMPARE(chosen.data().toString(), u"Meeting 003"_s);
}

void MeetingListModelTest::columnsTellOfTheMeeting()
{
    const CourseId course = store::test::ok(m_school->courses.findOrAddCourse(u"BIO 1A"_s));
    store::test::ok(
        m_school->hosts.save(store::test::host(u"host-1"_s, u"tom@x.example"_s, u"Tom Okafor"_s)));
    m_school->meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 90, u"Cells"_s);
    show({});
    const auto text = [this](int column) { return m_model->index(0, column).data().toString(); };
    QCOMPARE(text(MeetingListModel::When), u"Mon 23 Nov 2026"_s);
    QCOMPARE(text(MeetingListModel::Time), u"11:30"_s); // 10:30 UTC, in Paris
    QCOMPARE(text(MeetingListModel::Topic), u"Cells"_s);
    QCOMPARE(text(MeetingListModel::Course), u"BIO 1A"_s);
    QCOMPARE(text(MeetingListModel::Host), u"Tom Okafor"_s);
    QCOMPARE(
        m_model->headerData(MeetingListModel::Topic, Qt::Horizontal, Qt::DisplayRole).toString(), u"Topic"_s);
    QCOMPARE(m_model->columnCount(), int(MeetingListModel::ColumnCount));
    QVERIFY(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Cells"_s));
}

void MeetingListModelTest::sortsThroughTheStore()
{
    addMeetings(12);
    store::MeetingQuery query;
    query.limit = 5;
    show(query);
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    m_model->sort(MeetingListModel::Topic, Qt::DescendingOrder);
    QVERIFY(loaded.wait());
    QCOMPARE(topics().first(), u"Meeting 011"_s); // which was on no page that had come
    QTRY_COMPARE(m_model->rowCount(), 12);
}

void MeetingListModelTest::sortingBeforeTheFirstQueryIsKept()
{
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    m_model->sort(MeetingListModel::Host, Qt::DescendingOrder);
    QCOMPARE(m_model->query().sortBy, store::MeetingColumn::Host);
    QCOMPARE(m_model->query().order, Qt::DescendingOrder);
    QVERIFY(!loaded.wait(50)); // nobody asked yet
}

void MeetingListModelTest::aChangeInTheStoreKeepsTheChosenRow()
{
    addMeetings(4);
    show({});
    const QPersistentModelIndex chosen = m_model->index(2, MeetingListModel::Topic);
    QSignalSpy loaded(m_model.get(), &MeetingListModel::loaded);
    m_school->meeting(1, school::Everyone{}, 5, u"Just scheduled"_s);
    store::ChangeNotice notice;
    notice.topics = store::ChangeNotice::Meetings;
    Q_EMIT m_reader->storeChanged(notice);
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(chosen.row(), 3);
    QCOMPARE(chosen.data().toString(), u"Meeting 002"_s);
}

void MeetingListModelTest::aFailureIsTold()
{
    StoreReader nowhere(m_school->folder.filePath(u"missing/school.sqlite"_s), m_school->clock);
    MeetingListModel model(nowhere, QLocale(), QTimeZone::utc());
    QSignalSpy failed(&model, &MeetingListModel::failed);
    model.setQuery({});
    QVERIFY(failed.wait());
    QVERIFY(!model.isLoaded());
}

QTEST_MAIN(MeetingListModelTest)
#include "tst_meetinglistmodel.moc"
