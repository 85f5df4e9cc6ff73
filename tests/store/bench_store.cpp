// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

constexpr int meetingCount = 100'000;
constexpr int personCount = 200;

/// A school of many years, filled once as a first pull fills it.
struct LargeSchool : School
{
    qint64 fillMilliseconds = 0;
    PersonId teacher;

    LargeSchool()
    {
        QList<CourseId> all;
        for (int i = 0; i < 50; ++i)
            all.append(ok(courses.findOrAddCourse(u"COURSE-%1"_s.arg(i))));
        for (int i = 0; i < personCount; ++i) {
            const PersonId id = person(u"person%1@x.example"_s.arg(i), school::Role::Teacher);
            ok(courses.enrol({.person = id, .course = all.at(i % 50), .session = {}, .group = {}}));
            teacher = id;
        }
        QElapsedTimer timer;
        timer.start();
        for (int first = 0; first < meetingCount; first += 1000)
            ok(database->transaction([&]() -> Result<void> { return addThousand(first, all); }));
        fillMilliseconds = timer.elapsed();
    }
    Result<void> addThousand(int first, const QList<CourseId> &all)
    {
        for (int i = first; i < first + 1000; ++i) {
            const school::CourseOwner owner{.course = all.at(i % 50), .session = {}, .group = {}};
            const int start = (i - meetingCount * 9 / 10) * 60;
            RemoteListRow row =
                listRow(80'000'000'000 + i, owner, start, u"Lesson %1 of unit %2"_s.arg(i).arg(i % 97));
            row.meeting.hostZoomUserId = u"host-%1"_s.arg(i % 100);
            if (const auto done = meetings.upsert(row); !done)
                return std::unexpected(done.error());
        }
        return {};
    }
};

} // namespace

class BenchStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fill() { qInfo("%lld rows a second", qlonglong{meetingCount} * 1000 / m_school.fillMilliseconds); }

    void firstPage_data()
    {
        QTest::addColumn<MeetingQuery>("query");
        MeetingQuery query;
        QTest::newRow("everything") << query;
        query.sortBy = MeetingColumn::Topic;
        QTest::newRow("by topic") << query;
        query = {};
        query.to = m_school.clock.now();
        query.order = Qt::DescendingOrder;
        QTest::newRow("past") << query;
        query = {};
        query.from = m_school.clock.now();
        query.to = query.from.addDays(1);
        query.viewer = m_school.teacher;
        query.scope = MeetingQuery::Scope::ViewersOwn;
        QTest::newRow("today") << query;
        query.from = query.to = {};
        QTest::newRow("my own") << query;
        for (const QString &text : {u"l"_s, u"lesson 4711"_s, u"unit 96"_s, u"nothing"_s}) {
            query = {};
            query.text = text;
            QTest::newRow(qPrintable(u"search "_s + text)) << query;
        }
    }
    void firstPage()
    {
        QFETCH(MeetingQuery, query);
        ok(m_school.lists.list(query));
        QBENCHMARK
        {
            ok(m_school.lists.list(query));
        }
    }

private:
    LargeSchool m_school;
};

Q_DECLARE_METATYPE(lectern::store::MeetingQuery)

QTEST_GUILESS_MAIN(BenchStore)
#include "bench_store.moc"
