// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/meeting.h"
#include "store/meetingfield.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUuid>

#include <optional>

namespace lectern::store {

class Database;

/// What a remote object says about its owner.
struct OwnerClaim
{
    school::Owner owner;
    /// A tag is believed always; a guess (no tag: the host's own) only for a meeting not known before.
    enum class Certainty { Tag, Guess } certainty = Certainty::Guess;
};

/// One row of Zoom's list of a host's meetings.
struct RemoteListRow
{
    /// Filled: zoomId, uuid, type, topic, agenda (cut by Zoom), hostZoomUserId, start, duration, timeZone,
    /// joinUrl, createdAt. The rest is not looked at.
    school::Meeting meeting;
    OwnerClaim owner;
    /// From the owner tag; null where there is none.
    QUuid reference;
    /// Any bytes that change when the row changes; equal to what is stored: nothing is written.
    QByteArray fingerprint;
    QByteArray remote; ///< the whole row, as it came
};

/// The answer to GET /meetings/{id}.
struct RemoteDetail
{
    /// Everything but id and detailFetchedAt; status is Zoom's (waiting or started).
    school::Meeting meeting;
    OwnerClaim owner;
    QUuid reference;
    QByteArray remote; ///< the whole answer, as it came
};

enum class UpsertOutcome { Unchanged, Inserted, Changed };

struct Upserted
{
    MeetingId meeting;
    UpsertOutcome outcome = UpsertOutcome::Unchanged;
};

/// What the store knows of one remote meeting, for comparing with a list.
struct KnownMeeting
{
    MeetingId meeting;
    qint64 zoomId = 0;
    school::MeetingStatus status = school::MeetingStatus::Waiting;
    QByteArray fingerprint;
};

/// Meetings as objects. Lists of them for people are in meetinglistrepository.h.
///
/// Pending changes: the writer of a command puts its visible effect here with save() and the change into the
/// outbox, in one transaction. From then on both upserts leave the fields alone that a pending change names
/// (fieldsPending(), and the occurrences with a pending change of their own); what Zoom says of them is in
/// remote(), from where the sync engine compares before, mine and theirs. When the change is sent or
/// discarded, save() the outcome.
class MeetingRepository
{
public:
    MeetingRepository(Database &database, const Clock &clock);

    /// A meeting that Zoom does not know yet (zoomId 0). `reference` finds it again.
    [[nodiscard]] Result<MeetingId> insertLocal(const school::Meeting &meeting, const QUuid &reference);
    /// Writes the whole meeting as given, occurrences included; `id` must exist. For the effect of a person's
    /// change, for going back, and for linking a created meeting to its zoomId. When another row already has
    /// that zoomId (a pull was quicker than the answer), that row's registrants, recordings, participants and
    /// activity move to this one and it is removed.
    [[nodiscard]] Result<void> save(const school::Meeting &meeting);

    /// A row whose reference belongs to a meeting without zoomId is that meeting, found again. A deleted
    /// meeting that is listed again is no longer deleted. A changed row makes the details stale.
    [[nodiscard]] Result<Upserted> upsert(const RemoteListRow &row);
    /// Sets detailFetchedAt to the clock's now. A series that was started and is waiting again keeps its
    /// place; a one-off that is over becomes Ended.
    [[nodiscard]] Result<Upserted> upsert(const RemoteDetail &detail);

    /// Zoom said that it is gone: kept as a tombstone, with what belongs to it.
    [[nodiscard]] Result<void> markDeleted(MeetingId id);
    /// `startedAt` counts for Started only.
    [[nodiscard]] Result<void> setStatus(
        MeetingId id, school::MeetingStatus status, const QDateTime &startedAt = {});
    /// Removes the row itself; only for a local meeting that Zoom was never told of.
    [[nodiscard]] Result<void> forgetLocal(MeetingId id);
    /// Every waiting line whose time is over becomes Ended. Lists say so at once without it; this keeps
    /// sorting by status right. Answers how many lines it ended.
    [[nodiscard]] Result<int> endPast();

    [[nodiscard]] Result<std::optional<school::Meeting>> find(MeetingId id) const;
    [[nodiscard]] Result<std::optional<school::Meeting>> findByZoomId(qint64 zoomId) const;
    [[nodiscard]] Result<std::optional<school::Meeting>> findByReference(const QUuid &reference) const;
    [[nodiscard]] Result<std::optional<MeetingId>> idForZoomId(qint64 zoomId) const;
    /// The meeting that has this instance UUID as its latest, or had it (recordings and participants know).
    [[nodiscard]] Result<std::optional<MeetingId>> idForUuid(const QString &instanceUuid) const;
    /// The reference given at insertLocal(), or found in a tag; null where none.
    [[nodiscard]] Result<QUuid> reference(MeetingId id) const;

    /// The cached remote object: the details where they were ever fetched, else the list row.
    [[nodiscard]] Result<QByteArray> remote(MeetingId id) const;
    /// The union over the meeting's changes in the outbox, those of single occurrences left out.
    [[nodiscard]] Result<MeetingFields> fieldsPending(MeetingId id) const;

    /// Everything of a host that Zoom knows and has not deleted, by zoomId.
    [[nodiscard]] Result<QHash<qint64, KnownMeeting>> knownOfHost(const QString &hostZoomUserId) const;
    /// Meetings whose details are missing or stale and wanted: series, and what overlaps [from, to) (UTC);
    /// the soonest first.
    [[nodiscard]] Result<QList<MeetingId>> needingDetail(
        const QDateTime &from, const QDateTime &to, int limit) const;
    /// Zoom's numbers of meetings to come, or running, whose details were not read since `before` (UTC),
    /// those not read for longest first.
    [[nodiscard]] Result<QList<qint64>> longestUnread(const QDateTime &before, int limit) const;
    /// Makes the details stale, as an event does that says something changed.
    [[nodiscard]] Result<void> markStale(MeetingId id);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace lectern::store
