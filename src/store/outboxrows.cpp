// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outboxrows.h"

#include "store/database.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using FieldConflict = ChangeRow::FieldConflict;

class OutboxText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Outbox)
};

ChangeRow readRow(const Statement &row)
{
    return ChangeRow{.id = row.id<ChangeId>(0),
        .meeting = row.id<MeetingId>(1),
        .meetingTopic = row.text(2),
        .kind = row.enumeration<ChangeRow::Kind>(3),
        .occurrenceId = row.text(4),
        .createdAt = row.moment(5),
        .attempts = row.integer(6),
        .nextAttemptAt = row.moment(7),
        .state = row.enumeration<PendingState>(8),
        .problem = row.text(9),
        .problemDetail = row.text(10)};
}

Result<QList<FieldConflict>> conflictsOf(Database &database, ChangeId id)
{
    auto select = database.statement("read conflicts"_L1, uR"(
        SELECT field, before, mine, theirs FROM outbox_conflicts WHERE change_id = ?1 ORDER BY position)"_s);
    return select.bind(id).all([](const Statement &row) {
        return FieldConflict{
            .field = row.text(0), .before = row.text(1), .mine = row.text(2), .theirs = row.text(3)};
    });
}

/// Runs a write that returns the meeting of its change, and puts that into the notice.
Result<void> tell(Database &database, Statement write)
{
    const auto meeting = write.first([](const Statement &row) { return row.id<MeetingId>(0); });
    if (!meeting)
        return std::unexpected(meeting.error());
    if (!*meeting)
        return failure(ErrorCode::Conflict,
            OutboxText::tr("This change was sent or given up in the meantime. Look at the meeting again."));
    database.touch(ChangeNotice::Outbox | ChangeNotice::Meetings, **meeting);
    return {};
}

} // namespace

QString selectChange()
{
    return u"SELECT id, meeting_id, kind, occurrence_id, fields, reference, payload, before_state, "
           u"created_ms,"
           u" state, attempts, next_attempt_ms FROM outbox"_s;
}

Change readChange(const Statement &row)
{
    return Change{.id = row.id<ChangeId>(0),
        .meeting = row.id<MeetingId>(1),
        .kind = row.enumeration<ChangeRow::Kind>(2),
        .occurrenceId = row.text(3),
        .fields = MeetingFields(row.integer(4)),
        .reference = row.uuid(5),
        .payload = row.bytes(6),
        .before = row.bytes(7),
        .createdAt = row.moment(8),
        .state = row.enumeration<PendingState>(9),
        .attempts = row.integer(10),
        .nextAttemptAt = row.moment(11)};
}

Result<void> setState(Database &database, ChangeId id, const ChangeState &state)
{
    return database.transaction([&]() -> Result<void> {
        auto update = database.statement("set change state"_L1, uR"(
            UPDATE outbox SET state = ?2, attempts = attempts + ?3, next_attempt_ms = ?4, problem = ?5,
                problem_detail = ?6
            WHERE id = ?1 RETURNING meeting_id)"_s);
        update.bind(id).bind(state.state).bind(state.attempts).bind(state.nextAttemptAt);
        update.bind(state.problem).bind(state.detail);
        return tell(database, std::move(update));
    });
}

Result<void> removeChange(Database &database, ChangeId id)
{
    return database.transaction([&]() -> Result<void> {
        auto remove = database.statement(
            "remove change"_L1, u"DELETE FROM outbox WHERE id = ?1 RETURNING meeting_id"_s);
        remove.bind(id);
        return tell(database, std::move(remove));
    });
}

Result<void> replaceConflicts(Database &database, ChangeId id, const QList<FieldConflict> &conflicts)
{
    auto remove =
        database.statement("remove conflicts"_L1, u"DELETE FROM outbox_conflicts WHERE change_id = ?1"_s);
    if (auto done = remove.bind(id).run(); !done)
        return done;
    int position = 0;
    for (const FieldConflict &conflict : conflicts) {
        auto insert = database.statement("add conflict"_L1, uR"(
            INSERT INTO outbox_conflicts (change_id, position, field, before, mine, theirs)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6))"_s);
        insert.bind(id).bind(position++).bind(conflict.field).bind(conflict.before);
        if (auto done = insert.bind(conflict.mine).bind(conflict.theirs).run(); !done)
            return done;
    }
    return {};
}

Result<QList<ChangeRow>> OutboxRepository::list(std::optional<MeetingId> meeting, int limit, int offset) const
{
    auto select = m_database.statement("list changes"_L1, uR"(
        SELECT o.id, o.meeting_id, m.topic, o.kind, o.occurrence_id, o.created_ms, o.attempts,
            o.next_attempt_ms, o.state, o.problem, o.problem_detail
        FROM outbox o JOIN meetings m ON m.id = o.meeting_id
        WHERE ?1 IS NULL OR o.meeting_id = ?1 ORDER BY o.id LIMIT ?2 OFFSET ?3)"_s);
    auto rows = select.bind(meeting).bind(limit).bind(offset).all(readRow);
    if (!rows)
        return rows;
    for (ChangeRow &row : *rows) {
        auto conflicts = conflictsOf(m_database, row.id);
        if (!conflicts)
            return std::unexpected(conflicts.error());
        row.conflicts = std::move(*conflicts);
    }
    return rows;
}

} // namespace lectern::store
