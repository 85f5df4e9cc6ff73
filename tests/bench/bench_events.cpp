// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schoolfixture.h"
#include "sync/eventapplier.h"

#include <QElapsedTimer>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store::test;

namespace {

constexpr int meetingCount = 500;
constexpr int batchSize = int(feed::Source::maxUnacknowledged);

int eventCount()
{
    const int asked = qEnvironmentVariableIntValue("LECTERN_BENCH_EVENTS");
    return asked > 0 ? asked : 100'000;
}

template <typename Work>
double processorSeconds(Work work)
{
    const std::clock_t before = std::clock();
    work();
    return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

/// A school with the meetings of one day.
struct BusyDay
{
    BusyDay()
    {
        for (int i = 0; i < meetingCount; ++i) {
            store::RemoteListRow row;
            row.meeting.zoomId = 80'000'000'000 + i;
            row.meeting.topic = u"Lesson %1"_s.arg(i);
            row.meeting.hostZoomUserId = u"host-%1"_s.arg(i % 50);
            row.meeting.start = morning;
            row.owner = {school::Everyone{}, store::OwnerClaim::Certainty::Tag};
            row.remote = "{}";
            ids.append(ok(repositories.meetings.upsert(row)).meeting);
        }
    }

    QTemporaryDir folder;
    ManualClock clock;
    const QDateTime morning = clock.now().addDays(-1); ///< when the desktop was switched off
    std::unique_ptr<store::Database> database = opened(folder.filePath(u"school.sqlite"_s));
    sync::Repositories repositories{*database, clock};
    QList<MeetingId> ids;
};

/// Somebody comes to a lesson, or goes: what a day consists of.
struct Step
{
    int meeting = 0;
    int person = 0;
    bool comes = true;
    QDateTime at;
};

Step stepAt(int i, const QDateTime &morning)
{
    return {.meeting = (i / 2) % meetingCount,
        .person = i / 2 / meetingCount,
        .comes = i % 2 == 0,
        .at = morning.addMSecs(qint64{i} * 300)};
}

QByteArray jsonOf(const Step &step)
{
    const QString verb = step.comes ? u"joined"_s : u"left"_s;
    const QString time = step.comes ? u"join_time"_s : u"leave_time"_s;
    return u"{\"event\":\"meeting.participant_%1\",\"event_ts\":%2,\"payload\":{\"account_id\":\"abc\","
           "\"object\":{\"id\":\"%3\",\"uuid\":\"uuid-%3==\",\"host_id\":\"host\",\"topic\":\"Lesson\","
           "\"type\":2,\"start_time\":\"2026-11-23T09:00:00Z\",\"timezone\":\"Europe/Paris\",\"duration\":60,"
           "\"participant\":{\"user_id\":\"%4\",\"user_name\":\"Learner %4\",\"id\":\"zoom-user-%4\","
           "\"participant_uuid\":\"5555-%4\",\"email\":\"learner%4@school.example\",\"registrant_id\":\"\","
           "\"%5\":\"%6\"}}}}"_s
               .arg(verb, QString::number(step.at.toMSecsSinceEpoch()),
                   QString::number(80'000'000'000 + step.meeting), QString::number(step.person), time,
                   step.at.toString(Qt::ISODate))
               .toUtf8();
}

QList<feed::Batch> batches(const QDateTime &morning)
{
    QList<feed::Batch> all;
    for (int first = 0; first < eventCount(); first += batchSize) {
        feed::Batch batch{u"relay"_s, {}, QByteArray::number(first + batchSize)};
        for (int i = first; i < std::min(first + batchSize, eventCount()); ++i)
            batch.events.append({jsonOf(stepAt(i, morning)), QByteArray::number(i + 1), morning});
        all.append(batch);
    }
    return all;
}

/// The rows of one event as somebody writes them who knows what they are.
Result<void> write(BusyDay &day, int i, const QByteArray &raw)
{
    const Step step = stepAt(i, day.morning);
    const MeetingId meeting = day.ids.at(step.meeting);
    store::ParticipantRow stay;
    stay.instanceUuid = u"uuid-%1=="_s.arg(80'000'000'000 + step.meeting);
    stay.key = QString::number(step.person);
    stay.name = u"Learner %1"_s.arg(step.person);
    stay.email = u"learner%1@school.example"_s.arg(step.person);
    (step.comes ? stay.joinedAt : stay.leftAt) = step.at;
    if (const Result<void> saved = day.repositories.participants.save(meeting, stay); !saved)
        return saved;
    store::ActivityRow row;
    row.meeting = meeting;
    row.zoomId = 80'000'000'000 + step.meeting;
    row.event = step.comes ? u"meeting.participant_joined"_s : u"meeting.participant_left"_s;
    row.at = step.at;
    row.subject = stay.name;
    row.raw = raw;
    row.dedupeKey = u"key of twenty-two %1"_s.arg(i);
    const auto kept = day.repositories.activity.append(row);
    return kept ? Result<void>() : std::unexpected(kept.error());
}

} // namespace

/// A desktop that was off for a day: reading, judging and writing its events against the writing alone, both
/// in the batches of the feed. Processor time, so that a busy machine does not change the verdict.
class BenchEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catchesUp()
    {
        BusyDay written;
        const QList<feed::Batch> all = batches(written.morning);
        const double writing = processorSeconds([&] {
            for (qsizetype b = 0; b < all.size(); ++b) {
                ok(written.database->transaction([&]() -> Result<void> {
                    for (qsizetype i = 0; i < all.at(b).events.size(); ++i) {
                        const auto done = write(written, int(b * batchSize + i), all.at(b).events.at(i).json);
                        if (!done)
                            return done;
                    }
                    return {};
                }));
            }
        });
        BusyDay applied;
        sync::EventApplier applier(applied.repositories);
        int count = 0;
        const double applying = processorSeconds([&] {
            for (const feed::Batch &batch : all)
                count += static_cast<int>(ok(applier.apply(batch)).applied.events.size());
        });
        QCOMPARE(count, eventCount());
        qInfo("%.0f events a second of processor time; written alone %.0f; ratio %.2f",
            eventCount() / applying, eventCount() / writing, writing / applying);
        QVERIFY(writing / applying >= 0.5);
    }
};

QTEST_GUILESS_MAIN(BenchEvents)
#include "bench_events.moc"
