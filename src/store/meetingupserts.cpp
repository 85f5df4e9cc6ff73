// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingrepository.h"

#include "store/database.h"
#include "store/meetingmerge.h"
#include "store/meetingrecord.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingStatus;

Result<std::optional<KnownMeeting>> known(Database &database, qint64 zoomId)
{
    auto select = database.statement("find known meeting"_L1,
        u"SELECT id, zoom_id, status, fingerprint FROM meetings WHERE zoom_id = ?1"_s);
    return select.bind(zoomId).first([](const Statement &row) {
        return KnownMeeting{.meeting = row.id<MeetingId>(0),
            .zoomId = row.number(1),
            .status = row.enumeration<MeetingStatus>(2),
            .fingerprint = row.bytes(3)};
    });
}

/// A meeting of ours that Zoom had not answered for yet.
Result<std::optional<MeetingId>> unanswered(Database &database, const QUuid &reference)
{
    if (reference.isNull())
        return std::nullopt;
    auto select = database.statement(
        "find unanswered create"_L1, u"SELECT id FROM meetings WHERE reference = ?1 AND zoom_id IS NULL"_s);
    return select.bind(reference).first([](const Statement &row) { return row.id<MeetingId>(0); });
}

/// The same, made ready to take the number: a row that a pull made of the same meeting goes into it.
Result<std::optional<MeetingId>> claimUnanswered(Database &database, const QUuid &reference, qint64 zoomId)
{
    const auto ours = unanswered(database, reference);
    if (!ours || !*ours)
        return ours;
    Meeting numbered;
    numbered.id = **ours;
    numbered.zoomId = zoomId;
    if (auto done = absorbTwin(database, numbered); !done)
        return std::unexpected(done.error());
    return ours;
}

/// People copy agendas with their tags: the first meeting that came with a reference keeps it.
Result<QUuid> referenceIfFree(Database &database, const QUuid &reference)
{
    if (reference.isNull())
        return reference;
    auto select = database.statement("find reference"_L1, u"SELECT id FROM meetings WHERE reference = ?1"_s);
    const auto taken = select.bind(reference).next();
    if (!taken)
        return std::unexpected(taken.error());
    return *taken ? QUuid() : reference;
}

Result<Upserted> insert(
    Database &database, MeetingRecord record, const QByteArray &remote, const QDateTime &now)
{
    const auto reference = referenceIfFree(database, record.reference);
    if (!reference)
        return std::unexpected(reference.error());
    record.reference = *reference;
    record.meeting = settled(record.meeting, now);
    const auto id = insertRecord(database, record, now);
    if (!id)
        return std::unexpected(id.error());
    if (auto done = saveRemote(database, *id, remote); !done)
        return std::unexpected(done.error());
    database.touch(ChangeNotice::Meetings, *id);
    return Upserted{.meeting = *id, .outcome = UpsertOutcome::Inserted};
}

Result<MeetingRecord> stored(Database &database, MeetingId id)
{
    auto record = findRecord(database, id);
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return failure(ErrorCode::Storage, MergeText::unknownMeeting());
    return **record;
}

Result<Upserted> change(Database &database, MeetingId id, const RemoteListRow &row, const QDateTime &now)
{
    auto record = stored(database, id);
    if (!record)
        return std::unexpected(record.error());
    const auto pending = pendingFields(database, id);
    if (!pending)
        return std::unexpected(pending.error());
    const bool hasDetail = record->meeting.detailFetchedAt.isValid();
    record->meeting = merged(*record, row, *pending, now);
    record->fingerprint = row.fingerprint;
    record->reference = {};
    record->details = MeetingRecord::Details::Stale;
    if (auto done = updateRecord(database, *record, now); !done)
        return std::unexpected(done.error());
    if (!hasDetail) {
        if (auto done = saveRemote(database, id, row.remote); !done)
            return std::unexpected(done.error());
    }
    database.touch(ChangeNotice::Meetings, id);
    return Upserted{.meeting = id, .outcome = UpsertOutcome::Changed};
}

Result<Upserted> change(Database &database, MeetingId id, const RemoteDetail &detail, const QDateTime &now)
{
    auto record = stored(database, id);
    if (!record)
        return std::unexpected(record.error());
    const auto pending = pendingFields(database, id);
    const auto occurrences = pendingOccurrences(database, id);
    if (!pending || !occurrences)
        return std::unexpected(!pending ? pending.error() : occurrences.error());
    Meeting before = std::exchange(record->meeting, merged(*record, detail, *pending, *occurrences, now));
    record->details = MeetingRecord::Details::Fresh;
    record->reference = {};
    if (auto done = updateRecord(database, *record, now); !done)
        return std::unexpected(done.error());
    if (auto done = saveRemote(database, id, detail.remote); !done)
        return std::unexpected(done.error());
    before.detailFetchedAt = record->meeting.detailFetchedAt;
    if (before == record->meeting)
        return Upserted{.meeting = id, .outcome = UpsertOutcome::Unchanged};
    database.touch(ChangeNotice::Meetings, id);
    return Upserted{.meeting = id, .outcome = UpsertOutcome::Changed};
}

bool isUnchanged(const KnownMeeting &meeting, const RemoteListRow &row, MeetingFields pending)
{
    const bool isBelievedDeleted =
        meeting.status == MeetingStatus::Deleted && !pending.testFlag(MeetingField::Status);
    return meeting.fingerprint == row.fingerprint && !isBelievedDeleted;
}

Result<Upserted> changeIfDifferent(
    Database &database, const KnownMeeting &there, const RemoteListRow &row, const QDateTime &now)
{
    const auto pending = pendingFields(database, there.meeting);
    if (!pending)
        return std::unexpected(pending.error());
    if (isUnchanged(there, row, *pending))
        return Upserted{.meeting = there.meeting};
    return change(database, there.meeting, row, now);
}

} // namespace

Result<Upserted> MeetingRepository::upsert(const RemoteListRow &row)
{
    return m_database.transaction([&]() -> Result<Upserted> {
        const auto ours = claimUnanswered(m_database, row.reference, row.meeting.zoomId);
        if (!ours)
            return std::unexpected(ours.error());
        if (*ours)
            return change(m_database, **ours, row, m_clock.now());
        const auto there = known(m_database, row.meeting.zoomId);
        if (!there)
            return std::unexpected(there.error());
        if (*there)
            return changeIfDifferent(m_database, **there, row, m_clock.now());
        MeetingRecord record{
            .meeting = row.meeting, .reference = row.reference, .fingerprint = row.fingerprint};
        record.meeting.owner = row.owner.owner;
        return insert(m_database, record, row.remote, m_clock.now());
    });
}

Result<Upserted> MeetingRepository::upsert(const RemoteDetail &detail)
{
    return m_database.transaction([&]() -> Result<Upserted> {
        const auto ours = claimUnanswered(m_database, detail.reference, detail.meeting.zoomId);
        if (!ours)
            return std::unexpected(ours.error());
        if (*ours)
            return change(m_database, **ours, detail, m_clock.now());
        const auto there = known(m_database, detail.meeting.zoomId);
        if (!there)
            return std::unexpected(there.error());
        if (*there)
            return change(m_database, (*there)->meeting, detail, m_clock.now());
        MeetingRecord record{.meeting = detail.meeting,
            .reference = detail.reference,
            .details = MeetingRecord::Details::Fresh};
        record.meeting.owner = detail.owner.owner;
        record.meeting.detailFetchedAt = m_clock.now();
        return insert(m_database, record, detail.remote, m_clock.now());
    });
}

} // namespace lectern::store
