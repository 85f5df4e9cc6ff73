// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meetinglistmodel.h"
#include "store/schoolfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::MeetingListModel;
using store::test::ok;

namespace {

constexpr int meetingCount = 100'000;
constexpr int courseCount = 50;

/// A school of many years: a meeting an hour, nine of ten of them over.
struct LargeSchool : store::test::School
{
    LargeSchool()
    {
        QList<CourseId> all;
        for (int i = 0; i < courseCount; ++i)
            all.append(ok(courses.findOrAddCourse(u"COURSE-%1"_s.arg(i))));
        for (int first = 0; first < meetingCount; first += 1000)
            ok(database->transaction([&]() -> Result<void> { return addThousand(first, all); }));
    }
    Result<void> addThousand(int first, const QList<CourseId> &all)
    {
        for (int i = first; i < first + 1000; ++i) {
            const school::CourseOwner owner{.course = all.at(i % courseCount), .session = {}, .group = {}};
            store::RemoteListRow row = listRow(80'000'000'000 + i, owner, (i - meetingCount * 9 / 10) * 60,
                u"Lesson %1 of unit %2"_s.arg(i).arg(i % 97));
            row.meeting.hostZoomUserId = u"host-%1"_s.arg(i % 100);
            if (const auto done = meetings.upsert(row); !done)
                return std::unexpected(done.error());
        }
        return {};
    }
};

} // namespace

/// How long a person waits for a list of 100,000 meetings.
/// Not a test: run it by hand, built with the release preset.
class BenchLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPage();
    void typing_data();
    void typing();
    void sorting_data();
    void sorting();
    void scrolling();

private:
    /// Does it, waits for the rows, and reports how long that took.
    template <typename Act>
    void measure(const char *what, Act act);

    LargeSchool m_school;
    models::StoreReader m_reader{m_school.path(), m_school.clock};
    MeetingListModel m_model{m_reader, QLocale(), QTimeZone::systemTimeZone()};
};

template <typename Act>
void BenchLists::measure(const char *what, Act act)
{
    QSignalSpy loaded(&m_model, &MeetingListModel::loaded);
    QElapsedTimer timer;
    timer.start();
    act();
    QVERIFY(loaded.wait(60'000));
    qInfo("%-32s %7.1f ms  (%d of %d rows)", what, static_cast<double>(timer.nsecsElapsed()) / 1e6,
        m_model.rowCount(), m_model.total());
}

void BenchLists::firstPage()
{
    measure("first page, cold", [this] { m_model.setQuery({}); });
    store::MeetingQuery query;
    query.from = m_school.clock.now();
    measure("from today on", [&] { m_model.setQuery(query); });
    measure("all dates", [this] { m_model.setQuery({}); });
}

void BenchLists::typing_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"l", "le", "lesson", "lesson 9", "lesson 99", "lesson 99999", "unit 7 course-3", "zzz"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void BenchLists::typing()
{
    QFETCH(QString, text);
    store::MeetingQuery query;
    query.text = text;
    measure(QTest::currentDataTag(), [&] { m_model.setQuery(query); });
}

void BenchLists::sorting_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("by topic") << int(MeetingListModel::Topic);
    QTest::newRow("by course") << int(MeetingListModel::Course);
    QTest::newRow("by host") << int(MeetingListModel::Host);
    QTest::newRow("by status, live first") << int(MeetingListModel::Status);
    QTest::newRow("by time again") << int(MeetingListModel::When);
}

void BenchLists::sorting()
{
    QFETCH(int, column);
    measure("(all dates)", [this] {
        store::MeetingQuery query = m_model.query();
        query.text.clear();
        m_model.setQuery(query);
    });
    measure(QTest::currentDataTag(), [&] { m_model.sort(column, Qt::AscendingOrder); });
}

void BenchLists::scrolling()
{
    measure("first page", [this] { m_model.setQuery({}); });
    QTRY_VERIFY(m_model.total() > 0);
    for (const int line : {meetingCount / 2, meetingCount - 1}) {
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(m_model.row(m_model.index(line, 0)));
        qInfo("%-32s %7.1f ms", qPrintable(u"line %1"_s.arg(line)),
            static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
}

QTEST_MAIN(BenchLists)
#include "bench_lists.moc"
