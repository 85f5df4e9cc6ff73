// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outboxrepository.h"

#include "store/database.h"
#include "store/mapped.h"
#include "store/outboxrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

class OutboxText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Outbox)
};

/// The head of each meeting's queue, waiting. What failed there holds up what builds on it.
QString headsSql()
{
    return u" FROM outbox o WHERE o.state = 1"
           u" AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.meeting_id = o.meeting_id AND e.id < o.id)"_s;
}

std::unexpected<Error> gone()
{
    return failure(ErrorCode::Conflict,
        OutboxText::tr("This change was sent or given up in the meantime. Look at the meeting again."));
}

} // namespace

OutboxRepository::OutboxRepository(Database &database)
    : m_database(database)
{ }

Result<ChangeId> OutboxRepository::append(const Change &change)
{
    return m_database.transaction([&] {
        auto insert = m_database.statement("append change"_L1, uR"(
            INSERT INTO outbox (meeting_id, kind, occurrence_id, fields, reference, payload, before_state,
                created_ms, state, attempts, problem, problem_detail)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, 0, '', ''))"_s);
        insert.bind(change.meeting).bind(change.kind).bind(change.occurrenceId);
        insert.bind(int{change.fields.toInt()}).bind(change.reference).bind(change.payload);
        insert.bind(change.before).bind(change.createdAt);
        m_database.touch(ChangeNotice::Outbox | ChangeNotice::Meetings, change.meeting);
        return mapped(insert.runInserting(), [](qint64 id) { return ChangeId{id}; });
    });
}

Result<std::optional<Change>> OutboxRepository::mergeable(
    MeetingId meeting, const QString &occurrenceId) const
{
    auto select = m_database.statement(
        "mergeable change"_L1, selectChange() % u" WHERE meeting_id = ?1 ORDER BY id DESC LIMIT 1");
    const auto newest = select.bind(meeting).first(readChange);
    if (!newest || !*newest)
        return newest;
    const Change &change = **newest;
    const bool open = change.state == PendingState::Waiting && change.attempts == 0;
    return open && change.occurrenceId == occurrenceId ? newest : std::nullopt;
}

Result<void> OutboxRepository::amend(const Change &change)
{
    return m_database.transaction([&]() -> Result<void> {
        auto update = m_database.statement("amend change"_L1, uR"(
            UPDATE outbox SET fields = ?2, payload = ?3, before_state = ?4 WHERE id = ?1 AND state <> 2)"_s);
        update.bind(change.id).bind(int{change.fields.toInt()}).bind(change.payload).bind(change.before);
        const auto amended = update.runCounting();
        if (!amended)
            return std::unexpected(amended.error());
        if (*amended == 0)
            return gone();
        m_database.touch(ChangeNotice::Outbox | ChangeNotice::Meetings, change.meeting);
        return {};
    });
}

Result<QList<Change>> OutboxRepository::due(const QDateTime &now, int limit) const
{
    auto select = m_database.statement("due changes"_L1,
        selectChange() % u" WHERE id IN (SELECT o.id" % headsSql()
            % u" AND (o.next_attempt_ms IS NULL OR o.next_attempt_ms <= ?1)) ORDER BY id LIMIT ?2");
    return select.bind(now).bind(limit).all(readChange);
}

Result<QDateTime> OutboxRepository::nextDueAt(const QDateTime &now) const
{
    auto select = m_database.statement("next due change"_L1,
        u"SELECT min(o.next_attempt_ms)"_s % headsSql() % u" AND o.next_attempt_ms > ?1");
    return select.bind(now).firstOr([](const Statement &row) { return row.moment(0); }, QDateTime());
}

Result<void> OutboxRepository::markSending(ChangeId id)
{
    return setState(m_database, id, {.state = PendingState::Sending, .attempts = 1});
}

Result<void> OutboxRepository::keepRest(ChangeId id, const QByteArray &payload)
{
    return m_database.transaction([&]() -> Result<void> {
        auto update = m_database.statement(
            "keep the rest of a change"_L1, u"UPDATE outbox SET payload = ?2 WHERE id = ?1"_s);
        const auto kept = update.bind(id).bind(payload).runCounting();
        if (!kept)
            return std::unexpected(kept.error());
        return *kept > 0 ? Result<void>() : gone();
    });
}

Result<void> OutboxRepository::markSent(ChangeId id)
{
    return removeChange(m_database, id);
}

Result<void> OutboxRepository::markWaiting(ChangeId id, const Error &problem, const QDateTime &nextAttempt)
{
    return setState(m_database, id,
        {.state = PendingState::Waiting,
            .nextAttemptAt = nextAttempt,
            .problem = problem.message,
            .detail = problem.detail});
}

Result<void> OutboxRepository::markFailed(ChangeId id, const Error &problem)
{
    return setState(m_database, id,
        {.state = PendingState::Failed, .problem = problem.message, .detail = problem.detail});
}

Result<void> OutboxRepository::markConflict(ChangeId id, const QList<ChangeRow::FieldConflict> &conflicts)
{
    return m_database.transaction([&]() -> Result<void> {
        if (auto done = setState(m_database, id, {.state = PendingState::Conflict}); !done)
            return done;
        return replaceConflicts(m_database, id, conflicts);
    });
}

Result<void> OutboxRepository::retry(ChangeId id)
{
    return m_database.transaction([&]() -> Result<void> {
        if (auto done = setState(m_database, id, {.state = PendingState::Waiting}); !done)
            return done;
        return replaceConflicts(m_database, id, {});
    });
}

Result<void> OutboxRepository::discard(ChangeId id)
{
    return removeChange(m_database, id);
}

Result<void> OutboxRepository::recoverInterrupted()
{
    return m_database.transaction([&]() -> Result<void> {
        auto update =
            m_database.statement("recover changes"_L1, u"UPDATE outbox SET state = 1 WHERE state = 2"_s);
        const auto recovered = update.runCounting();
        if (!recovered)
            return std::unexpected(recovered.error());
        if (*recovered > 0)
            m_database.touch(ChangeNotice::Outbox | ChangeNotice::Meetings);
        return {};
    });
}

Result<std::optional<Change>> OutboxRepository::find(ChangeId id) const
{
    return m_database.statement("find change"_L1, selectChange() % u" WHERE id = ?1")
        .bind(id)
        .first(readChange);
}

Result<QList<Change>> OutboxRepository::of(MeetingId meeting) const
{
    auto select =
        m_database.statement("changes of meeting"_L1, selectChange() % u" WHERE meeting_id = ?1 ORDER BY id");
    return select.bind(meeting).all(readChange);
}

Result<OutboxCounts> OutboxRepository::counts() const
{
    auto select = m_database.statement("count changes"_L1, uR"(
        SELECT count(*) FILTER (WHERE state IN (1, 2)), count(*) FILTER (WHERE state IN (3, 4)) FROM outbox)"_s);
    const auto read = [](const Statement &row) {
        return OutboxCounts{.waiting = row.integer(0), .failed = row.integer(1)};
    };
    return select.firstOr(read, OutboxCounts{});
}

} // namespace lectern::store
