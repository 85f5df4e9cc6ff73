// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/meetingfield.h"
#include "store/rows.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

#include <optional>

namespace lectern::store {

class Database;

/// A change with everything the engine needs to send it or to go back.
struct Change
{
    ChangeId id;
    MeetingId meeting;
    ChangeRow::Kind kind = ChangeRow::Kind::Update;
    QString occurrenceId; ///< empty: the meeting itself
    /// What remote upserts must leave alone while this waits.
    MeetingFields fields;
    QUuid reference; ///< of a Create: the reference that finds the meeting again
    QByteArray payload; ///< the engine's own form of what to send
    QByteArray before; ///< the engine's own form of what was there, to go back to and to compare with
    QDateTime createdAt; ///< UTC
    PendingState state = PendingState::Waiting;
    /// How often it was handed to the network. Above 0, it may have reached Zoom although nothing came back:
    /// look it up first.
    int attempts = 0;
    QDateTime nextAttemptAt; ///< UTC; invalid: as soon as possible
};

struct OutboxCounts
{
    int waiting = 0; ///< waiting or being sent
    int failed = 0; ///< failed or in conflict
};

/// What Zoom must still be told, in the order in which people did it. Of each meeting only the oldest change
/// is ever due; one that failed or is in conflict holds up those behind it, which build on it.
class OutboxRepository
{
public:
    explicit OutboxRepository(Database &database);

    /// Adds at the end; `id`, `state`, `attempts` and `nextAttemptAt` are not looked at.
    [[nodiscard]] Result<ChangeId> append(const Change &change);
    /// The newest change of this meeting (and occurrence, or the meeting itself), if it was never handed to
    /// the network and may therefore take another edit in.
    [[nodiscard]] Result<std::optional<Change>> mergeable(
        MeetingId meeting, const QString &occurrenceId) const;
    /// Replaces fields, payload and before of a change that is not being sent; refused as Conflict otherwise.
    [[nodiscard]] Result<void> amend(const Change &change);

    /// The changes that may be sent now, the oldest first, at most one of a meeting.
    [[nodiscard]] Result<QList<Change>> due(const QDateTime &now, int limit) const;
    /// When the next change becomes due that is not due now; invalid: none.
    [[nodiscard]] Result<QDateTime> nextDueAt(const QDateTime &now) const;

    /// Counts the attempt; commit this before the first byte goes out.
    [[nodiscard]] Result<void> markSending(ChangeId id);
    /// What is still to be sent of a change that is sent in parts; commit this with what a part brought.
    [[nodiscard]] Result<void> keepRest(ChangeId id, const QByteArray &payload);
    /// Zoom agreed: the change is done and gone.
    [[nodiscard]] Result<void> markSent(ChangeId id);
    /// It did not get through; tried again at `nextAttempt` (UTC).
    [[nodiscard]] Result<void> markWaiting(ChangeId id, const Error &problem, const QDateTime &nextAttempt);
    /// Refused: a person must act.
    [[nodiscard]] Result<void> markFailed(ChangeId id, const Error &problem);
    [[nodiscard]] Result<void> markConflict(ChangeId id, const QList<ChangeRow::FieldConflict> &conflicts);
    /// A person wants it tried again now; forgets problem and conflicts.
    [[nodiscard]] Result<void> retry(ChangeId id);
    /// A person gave it up; the caller has put back what was before.
    [[nodiscard]] Result<void> discard(ChangeId id);
    /// After a crash: what was being sent waits again (attempts tell that it may have arrived).
    [[nodiscard]] Result<void> recoverInterrupted();

    [[nodiscard]] Result<std::optional<Change>> find(ChangeId id) const;
    /// All changes of one meeting, the oldest first.
    [[nodiscard]] Result<QList<Change>> of(MeetingId meeting) const;
    /// For people, the oldest first; of one meeting where given.
    [[nodiscard]] Result<QList<ChangeRow>> list(
        std::optional<MeetingId> meeting = {}, int limit = 200, int offset = 0) const;
    [[nodiscard]] Result<OutboxCounts> counts() const;

private:
    Database &m_database;
};

} // namespace lectern::store
