// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingmerge.h"

#include "store/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingStatus;
using school::Occurrence;

QDateTime lastEnd(const Meeting &meeting)
{
    QDateTime end =
        meeting.start.isValid() ? meeting.start.addSecs(meeting.duration.count() * 60) : QDateTime();
    for (const Occurrence &occurrence : meeting.occurrences) {
        const QDateTime occurrenceEnd = occurrence.start.addSecs(occurrence.duration.count() * 60);
        if (occurrence.status == Occurrence::Status::Available && (!end.isValid() || occurrenceEnd > end))
            end = occurrenceEnd;
    }
    return end;
}

/// Of a series whose dates are not known, nobody can say that it is over.
bool isOver(const Meeting &meeting, const QDateTime &now)
{
    if (school::isSeries(meeting.type) && meeting.occurrences.isEmpty())
        return false;
    const QDateTime end = lastEnd(meeting);
    return end.isValid() && end <= now;
}

/// Zoom calls an ended one-off "waiting"; while its time is the same, it stays ended.
MeetingStatus statusNow(const Meeting &before, const Meeting &after, MeetingStatus said, const QDateTime &now)
{
    if (said == MeetingStatus::Started)
        return said;
    const bool sameTime = before.start == after.start && before.duration == after.duration
        && before.occurrences == after.occurrences;
    if (before.status == MeetingStatus::Ended && sameTime)
        return MeetingStatus::Ended;
    return isOver(after, now) ? MeetingStatus::Ended : MeetingStatus::Waiting;
}

school::Owner ownerOf(const OwnerClaim &claim, const Meeting &stored)
{
    return claim.certainty == OwnerClaim::Certainty::Tag ? claim.owner : stored.owner;
}

QList<Occurrence> mergedOccurrences(const QList<Occurrence> &stored, const QList<Occurrence> &told,
    const QStringList &pending, const QDateTime &now)
{
    QList<Occurrence> result;
    for (const Occurrence &occurrence : told) {
        if (!pending.contains(occurrence.id))
            result.append(occurrence);
    }
    for (const Occurrence &occurrence : stored) {
        const bool isPast = occurrence.start.addSecs(occurrence.duration.count() * 60) <= now;
        const bool isTold = std::ranges::find(told, occurrence.id, &Occurrence::id) != told.end();
        if (pending.contains(occurrence.id) || (isPast && !isTold))
            result.append(occurrence);
    }
    std::ranges::sort(result, {}, [](const Occurrence &o) { return std::pair(o.start, o.id); });
    return result;
}

Result<std::optional<MeetingId>> twinOf(Database &database, const Meeting &meeting)
{
    auto select =
        database.statement("find twin"_L1, u"SELECT id FROM meetings WHERE zoom_id = ?1 AND id <> ?2"_s);
    return select.bind(meeting.zoomId).bind(meeting.id).first([](const Statement &row) {
        return row.id<MeetingId>(0);
    });
}

} // namespace

QString MergeText::unknownMeeting()
{
    return tr("This meeting is no longer here. Go back to the list and open it again.");
}

Result<MeetingFields> pendingFields(Database &database, MeetingId id)
{
    auto select = database.statement(
        "pending fields"_L1, u"SELECT fields FROM outbox WHERE meeting_id = ?1 AND occurrence_id = ''"_s);
    const auto rows = select.bind(id).all([](const Statement &row) { return row.integer(0); });
    if (!rows)
        return std::unexpected(rows.error());
    MeetingFields fields;
    for (const int bits : *rows)
        fields |= MeetingFields(bits);
    return fields;
}

Result<QStringList> pendingOccurrences(Database &database, MeetingId id)
{
    auto select = database.statement("pending occurrences"_L1,
        u"SELECT occurrence_id FROM outbox WHERE meeting_id = ?1 AND occurrence_id <> ''"_s);
    return select.bind(id).all([](const Statement &row) { return row.text(0); });
}

MeetingStatus statusAfterEnd(const Meeting &meeting, const QDateTime &now)
{
    if (!school::isSeries(meeting.type))
        return MeetingStatus::Ended;
    const bool hasDateToCome = std::ranges::any_of(meeting.occurrences,
        [&now](const Occurrence &o) { return o.status == Occurrence::Status::Available && o.start > now; });
    return hasDateToCome || !meeting.start.isValid() ? MeetingStatus::Waiting : MeetingStatus::Ended;
}

Meeting settled(Meeting meeting, const QDateTime &now)
{
    if (meeting.status == MeetingStatus::Waiting && isOver(meeting, now))
        meeting.status = MeetingStatus::Ended;
    return meeting;
}

Meeting merged(
    const MeetingRecord &stored, const RemoteListRow &row, MeetingFields pending, const QDateTime &now)
{
    const Meeting &old = stored.meeting;
    Meeting result = old;
    result.zoomId = row.meeting.zoomId;
    result.uuid = row.meeting.uuid;
    result.type = row.meeting.type;
    result.topic = row.meeting.topic;
    // The list cuts the agenda; what the details told is better, even when old.
    if (!old.detailFetchedAt.isValid())
        result.agenda = row.meeting.agenda;
    result.hostZoomUserId = row.meeting.hostZoomUserId;
    result.start = row.meeting.start;
    result.duration = row.meeting.duration;
    result.timeZone = row.meeting.timeZone;
    result.joinUrl = row.meeting.joinUrl;
    result.createdAt = row.meeting.createdAt.isValid() ? row.meeting.createdAt : old.createdAt;
    result.owner = ownerOf(row.owner, old);
    result.status = statusNow(old, result, old.status, now);
    copyFields(pending, old, result);
    return result;
}

Meeting merged(const MeetingRecord &stored, const RemoteDetail &detail, MeetingFields pending,
    const QStringList &pendingOccurrences, const QDateTime &now)
{
    const Meeting &old = stored.meeting;
    Meeting result = detail.meeting;
    result.id = old.id;
    result.owner = ownerOf(detail.owner, old);
    result.occurrences =
        mergedOccurrences(old.occurrences, detail.meeting.occurrences, pendingOccurrences, now);
    result.status = statusNow(old, result, detail.meeting.status, now);
    if (result.hostEmail.isEmpty())
        result.hostEmail = old.hostEmail;
    if (!result.createdAt.isValid())
        result.createdAt = old.createdAt;
    if (result.status != MeetingStatus::Started)
        result.startedAt = {};
    else if (!result.startedAt.isValid())
        result.startedAt = old.startedAt;
    copyFields(pending, old, result);
    result.detailFetchedAt = now;
    return result;
}

Result<void> absorbTwin(Database &database, const Meeting &meeting)
{
    if (meeting.zoomId == 0)
        return {};
    const auto twin = twinOf(database, meeting);
    if (!twin)
        return std::unexpected(twin.error());
    if (!*twin)
        return {};
    for (const QString &table : {u"registrants"_s, u"recordings"_s, u"participants"_s, u"waiting"_s,
             u"activity"_s, u"outbox"_s, u"remote_meetings"_s}) {
        auto move = database.statement("move to twin"_L1,
            u"UPDATE OR REPLACE "_s % table % u" SET meeting_id = ?1 WHERE meeting_id = ?2");
        if (auto done = move.bind(meeting.id).bind(**twin).run(); !done)
            return done;
    }
    auto remove = database.statement("remove twin"_L1, u"DELETE FROM meetings WHERE id = ?1"_s);
    database.touch(ChangeNotice::Meetings, **twin);
    return remove.bind(**twin).run();
}

} // namespace lectern::store
