// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changelistmodel.h"
#include "models/courselistmodel.h"
#include "models/hostlistmodel.h"
#include "models/peoplemodel.h"
#include "models/registrantlistmodel.h"
#include "store/schoolfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::models;
using store::test::ok;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList result;
    for (int line = 0; line < model.rowCount(); ++line)
        result << model.index(line, column).data().toString();
    return result;
}

} // namespace

/// The small lists: what they show of the store, what narrows them, and that they follow its changes.
class ListModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void people();
    void hosts();
    void courses();
    void registrants();
    void changes();

private:
    void tell(store::ChangeNotice::Topic topic);

    std::unique_ptr<store::test::School> m_school;
    std::unique_ptr<StoreReader> m_reader;
};

void ListModelsTest::init()
{
    m_school = std::make_unique<store::test::School>();
    m_reader = std::make_unique<StoreReader>(m_school->path(), m_school->clock);
}

void ListModelsTest::cleanup()
{
    m_reader.reset();
    m_school.reset();
}

void ListModelsTest::tell(store::ChangeNotice::Topic topic)
{
    store::ChangeNotice notice;
    notice.topics = topic;
    Q_EMIT m_reader->storeChanged(notice);
}

void ListModelsTest::people()
{
    m_school->person(u"tom@x.example"_s, school::Role::Teacher);
    m_school->person(u"eva@x.example"_s);
    PeopleModel model(*m_reader);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.show({}, {}, 10);
    QTRY_COMPARE(model.rowCount(), 2);
    model.show(school::Role::Teacher, {}, 10);
    QTRY_COMPARE(column(model, PeopleModel::Email), QStringList{u"tom@x.example"_s});
    QCOMPARE(column(model, PeopleModel::Role), QStringList{u"teacher"_s});
    m_school->person(u"ute@x.example"_s, school::Role::Teacher);
    tell(store::ChangeNotice::People);
    QTRY_COMPARE(model.rowCount(), 2);
}

void ListModelsTest::hosts()
{
    ok(m_school->hosts.save(store::test::host(u"h1"_s, u"Tom@x.example"_s, u"Tom Okafor"_s)));
    ok(m_school->hosts.save(store::test::host(u"h2"_s, u"eva@x.example"_s, {})));
    HostListModel model(*m_reader);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QTRY_COMPARE(model.rowCount(), 2);
    const int tom = model.rowOf(u"tom@X.example"_s);
    QCOMPARE(model.index(tom, HostListModel::Name).data().toString(), u"Tom Okafor"_s);
    QCOMPARE(model.rowOf(u"h1"_s), tom);
    QCOMPARE(model.rowOf(u"nobody"_s), -1);
    const int eva = model.rowOf(u"h2"_s);
    QCOMPARE(model.index(eva, HostListModel::Name).data().toString(), u"eva@x.example"_s);
}

void ListModelsTest::courses()
{
    const CourseId bio = ok(m_school->courses.findOrAddCourse(u"BIO"_s));
    ok(m_school->courses.findOrAddCourse(u"ART"_s));
    const PersonId eva = m_school->person(u"eva@x.example"_s);
    ok(m_school->courses.enrol({.person = eva, .course = bio, .session = {}, .group = {}}));
    CourseListModel model(*m_reader);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    school::Person viewer{eva, u"Eva"_s, u"eva@x.example"_s, school::Role::Administrator};
    model.show(viewer, {});
    QTRY_COMPARE(column(model, CourseListModel::Code), (QStringList{u"ART"_s, u"BIO"_s}));
    QVERIFY(model.indexOf(bio).isValid());
    model.show(viewer, u"ar"_s);
    QTRY_COMPARE(column(model, CourseListModel::Code), QStringList{u"ART"_s});
    QVERIFY(!model.indexOf(bio).isValid());
    viewer.role = school::Role::Learner;
    model.show(viewer, {});
    QTRY_COMPARE(column(model, CourseListModel::Code), QStringList{u"BIO"_s});
    QCOMPARE(column(model, CourseListModel::Learners), QStringList{u"1"_s});
}

void ListModelsTest::registrants()
{
    const MeetingId meeting = m_school->meeting(1, school::Everyone{}, 10);
    store::RegistrantRow waiting = store::test::registrant(meeting, u"Ute Weber"_s, u"ute@x.example"_s);
    waiting.status = store::RegistrantRow::Status::Pending;
    ok(m_school->registrants.save(waiting));
    ok(m_school->registrants.save(store::test::registrant(meeting, u"Eva Lind"_s, u"eva@x.example"_s)));
    RegistrantListModel model(*m_reader, QLocale(), QTimeZone::utc());
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setMeeting(meeting);
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter(store::RegistrantRow::Status::Pending, {});
    QCOMPARE(column(model, RegistrantListModel::Name), QStringList{u"Ute Weber"_s});
    QCOMPARE(model.total(), 2);
    QCOMPARE(model.count(store::RegistrantRow::Status::Approved), 1);
    model.setFilter({}, u"LIND"_s);
    QCOMPARE(column(model, RegistrantListModel::Name), QStringList{u"Eva Lind"_s});
}

void ListModelsTest::changes()
{
    const MeetingId one = m_school->meeting(1, school::Everyone{}, 10, u"One"_s);
    const MeetingId two = m_school->meeting(2, school::Everyone{}, 20, u"Two"_s);
    const auto append = [this](MeetingId meeting) {
        store::Change change;
        change.meeting = meeting;
        change.createdAt = m_school->clock.now();
        return ok(m_school->outbox.append(change));
    };
    const ChangeId refused = append(one);
    append(two);
    ok(m_school->outbox.markFailed(refused, Error{.code = ErrorCode::Invalid, .message = u"Too long."_s}));
    ChangeListModel model(*m_reader, QLocale(), QTimeZone::utc());
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.showAll();
    QTRY_COMPARE(column(model, ChangeListModel::Meeting), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(column(model, ChangeListModel::State), (QStringList{u"Refused"_s, u"Not sent yet"_s}));
    QCOMPARE(column(model, ChangeListModel::Problem).first(), u"Too long."_s);
    model.showMeeting(two);
    QTRY_COMPARE(column(model, ChangeListModel::Meeting), QStringList{u"Two"_s});
}

QTEST_MAIN(ListModelsTest)
#include "tst_listmodels.moc"
