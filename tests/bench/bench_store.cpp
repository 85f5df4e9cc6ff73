// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schoolfixture.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

constexpr int personCount = 200;
constexpr int batch = 1000;

int meetingCount()
{
    const int asked = qEnvironmentVariableIntValue("LECTERN_BENCH_MEETINGS");
    return asked > 0 ? asked : 100'000;
}

/// The time a piece of work took: what the machine's other work adds is in `wall` only.
struct Spent
{
    double wall = 0; ///< milliseconds
    double processor = 0; ///< milliseconds
};

template <typename Work>
Spent timed(Work work)
{
    QElapsedTimer timer;
    const std::clock_t before = std::clock();
    timer.start();
    work();
    const double processor = static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC;
    return {.wall = static_cast<double>(timer.nsecsElapsed()) / 1e6, .processor = processor};
}

/// The middle one of several times.
template <typename Work>
Spent typical(Work work)
{
    std::array<Spent, 9> times;
    std::ranges::generate(times, [&work] { return timed(work); });
    std::ranges::sort(times, {}, &Spent::processor);
    return times.at(times.size() / 2);
}

/// A school of many years, filled once as a first pull fills it.
struct LargeSchool : School
{
    Spent filling;
    PersonId teacher;

    LargeSchool()
    {
        QList<CourseId> all;
        for (int i = 0; i < 50; ++i)
            all.append(ok(courses.findOrAddCourse(u"COURSE-%1"_s.arg(i))));
        for (int i = 0; i < personCount; ++i) {
            teacher = person(u"person%1@x.example"_s.arg(i), school::Role::Teacher);
            ok(courses.enrol({.person = teacher, .course = all.at(i % 50), .session = {}, .group = {}}));
        }
        filling = timed([&] {
            for (int first = 0; first < meetingCount(); first += batch)
                ok(database->transaction([&]() -> Result<void> { return addBatch(first, all); }));
        });
    }

    Result<void> addBatch(int first, const QList<CourseId> &all)
    {
        for (int i = first; i < first + batch; ++i) {
            const school::CourseOwner owner{.course = all.at(i % 50), .session = {}, .group = {}};
            const int start = (i - meetingCount() / 10 * 9) * 60;
            RemoteListRow row =
                listRow(80'000'000'000 + i, owner, start, u"Lesson %1 of unit %2"_s.arg(i).arg(i % 97));
            row.meeting.hostZoomUserId = u"host-%1"_s.arg(i % 100);
            if (const auto done = meetings.upsert(row); !done)
                return std::unexpected(done.error());
        }
        return {};
    }
};

MeetingQuery sortedBy(MeetingColumn column)
{
    MeetingQuery query;
    query.sortBy = column;
    return query;
}

MeetingQuery searching(const QString &text)
{
    MeetingQuery query;
    query.text = text;
    return query;
}

} // namespace

/// Budgets are of processor time, so that a busy machine does not change the verdict.
class BenchStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fill()
    {
        const double perSecond = meetingCount() * 1000.0 / m_school.filling.processor;
        qInfo("%.0f rows a second of processor time, %.0f of the clock's", perSecond,
            meetingCount() * 1000.0 / m_school.filling.wall);
        QVERIFY(perSecond >= 20'000);
    }

    void firstPage_data()
    {
        QTest::addColumn<MeetingQuery>("query");
        QTest::addColumn<double>("milliseconds");
        constexpr double page = 15;
        constexpr double search = 30;
        const QList<std::pair<const char *, MeetingColumn>> columns{{"start", MeetingColumn::Start},
            {"topic", MeetingColumn::Topic}, {"course", MeetingColumn::Course}, {"host", MeetingColumn::Host},
            {"kind", MeetingColumn::Kind}, {"status", MeetingColumn::Status},
            {"duration", MeetingColumn::Duration}, {"registrants", MeetingColumn::Registrants}};
        for (const auto &[name, column] : columns)
            QTest::addRow("by %s", name) << sortedBy(column) << page;
        MeetingQuery past;
        past.to = m_school.clock.now();
        past.order = Qt::DescendingOrder;
        QTest::newRow("past") << past << page;
        MeetingQuery own;
        own.viewer = m_school.teacher;
        own.scope = MeetingQuery::Scope::ViewersOwn;
        QTest::newRow("my own") << own << page;
        own.from = m_school.clock.now();
        own.to = own.from.addDays(1);
        QTest::newRow("my own today") << own << page;
        for (const QString &text : {u"l"_s, u"lesson 4711"_s, u"unit 96"_s, u"nothing"_s})
            QTest::newRow(qPrintable(u"search "_s + text)) << searching(text) << search;
    }
    void firstPage()
    {
        QFETCH(MeetingQuery, query);
        QFETCH(double, milliseconds);
        const Spent list = typical([&] { ok(m_school.lists.list(query)); });
        const Spent count = typical([&] { ok(m_school.lists.count(query)); });
        qInfo("page %.1f ms (%.1f by the clock), count %.1f ms", list.processor, list.wall, count.processor);
        QVERIFY(list.processor < milliseconds);
    }

private:
    LargeSchool m_school;
};

QTEST_GUILESS_MAIN(BenchStore)
#include "bench_store.moc"
