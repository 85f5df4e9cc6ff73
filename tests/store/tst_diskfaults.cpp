// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyfiles.h"
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

/// The longest way through the store: what a person's edit of a series writes, over one connection.
struct Edit
{
    explicit Edit(Database &opened)
        : database(opened)
    { }

    Result<void> run()
    {
        return database.transaction([this]() -> Result<void> {
            auto meeting = meetings.findByZoomId(1);
            if (!meeting)
                return std::unexpected(meeting.error());
            (*meeting)->topic = u"Edited lesson"_s;
            if (auto done = meetings.save(**meeting); !done)
                return done;
            if (auto done = fetchDates(**meeting); !done)
                return done;
            const auto added = outbox.append(changeOf((*meeting)->id));
            return added ? Result<void>() : std::unexpected(added.error());
        });
    }
    /// How many of its three effects are there: 0 or 3, or it was cut in two.
    int effects() const
    {
        MeetingQuery edited;
        edited.text = u"edited"_s;
        const school::Meeting meeting = *ok(meetings.findByZoomId(1));
        return int{meeting.topic == u"Edited lesson"} + int{!ok(outbox.list()).isEmpty()}
        + int{ok(lists.count(edited)) == dates};
    }

    static constexpr int dates = 40;

    Database &database;
    ManualClock clock;
    MeetingRepository meetings{database, clock};
    MeetingListRepository lists{database, clock};
    OutboxRepository outbox{database};

private:
    Result<void> fetchDates(const school::Meeting &meeting)
    {
        RemoteDetail detail{
            .meeting = meeting, .owner = {}, .reference = {}, .remote = QByteArray(9000, 'x')};
        detail.meeting.type = school::MeetingType::Recurring;
        for (int week = 0; week < dates; ++week) {
            detail.meeting.occurrences.append(school::Occurrence{.id = QString::number(week),
                .start = clock.now().addDays(7 * week + 1),
                .duration = std::chrono::minutes{60}});
        }
        const auto done = meetings.upsert(detail);
        return done ? Result<void>() : std::unexpected(done.error());
    }
    [[nodiscard]] Change changeOf(MeetingId meeting) const
    {
        Change change;
        change.meeting = meeting;
        change.payload = "{}";
        change.createdAt = clock.now();
        return change;
    }
};

/// A closed profile with a few hundred meetings, so that an edit reads and writes several pages.
QString profileIn(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"school.sqlite"_s);
    School school;
    ok(school.database->transaction([&]() -> Result<void> {
        for (int i = 1; i <= 300; ++i)
            school.meeting(i, school::Everyone{}, i);
        return {};
    }));
    school.database.reset();
    QFile::copy(school.path(), path);
    return path;
}

QString integrity(Database &database)
{
    auto check = database.statement("check"_L1, u"PRAGMA integrity_check"_s);
    return ok(check.firstOr([](const Statement &row) { return row.text(0); }, QString()));
}

} // namespace

class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAccessMayFail_data()
    {
        QTest::addColumn<FaultyFiles::Then>("then");
        QTest::newRow("once") << FaultyFiles::Then::WorkAgain;
        QTest::newRow("from then on") << FaultyFiles::Then::StayBroken;
    }
    void everyAccessMayFail()
    {
        QFETCH(FaultyFiles::Then, then);
        QTemporaryDir folder;
        const QString clean = profileIn(folder);
        FaultyFiles files;
        int failures = 0;
        for (bool isThrough = false; !isThrough; ++failures) {
            const QString path = folder.filePath(QString::number(failures));
            QVERIFY(QFile::copy(clean, path));
            isThrough = survives(files, path, failures, then);
            if (QTest::currentTestFailed())
                return;
            for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
                QFile::remove(path + end);
        }
        if (files.accesses() == 0)
            QSKIP("Qt's SQLite driver has a SQLite of its own here");
        QVERIFY2(failures > 20, qPrintable(QString::number(failures)));
    }

private:
    /// One edit whose access number `good` fails; true when it needs fewer accesses than that.
    static bool survives(FaultyFiles &files, const QString &path, int good, FaultyFiles::Then then)
    {
        auto database = opened(path);
        files.failAfter(good, then);
        const auto edited = Edit(*database).run();
        const bool hasFailed = files.hasFailed();
        files.heal();
        if (then == FaultyFiles::Then::StayBroken)
            database = nullptr;
        const int effects = requireWhole(path);
        if (edited && effects != 3)
            QTest::qFail("what was told to be saved is not there", __FILE__, __LINE__);
        if (!database)
            database = opened(path);
        if (effects == 0)
            ok(Edit(*database).run());
        if (requireWhole(path) != 3)
            QTest::qFail("the edit does not succeed the second time", __FILE__, __LINE__);
        return !hasFailed;
    }

    static int requireWhole(const QString &path)
    {
        const auto database = opened(path);
        if (const QString state = integrity(*database); state != u"ok")
            QTest::qFail(qPrintable(state), __FILE__, __LINE__);
        const int effects = Edit(*database).effects();
        if (effects != 0 && effects != 3)
            QTest::qFail("the edit was cut in two", __FILE__, __LINE__);
        return effects;
    }
};

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
