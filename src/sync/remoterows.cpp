// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/remoterows.h"

#include <QCryptographicHash>
#include <QHash>

namespace lectern::sync {

namespace {

/// Of what a list row says and a person may care about; the rest may change from call to call.
void addTo(QCryptographicHash &hash, const zoom::MeetingSummary &row)
{
    const auto add = [&hash](const auto &part) {
        hash.addData(part);
        hash.addData(QByteArrayView("\x1f", 1));
    };
    add(QByteArray::number(row.id));
    add(row.uuid.toUtf8());
    add(row.type.raw.toUtf8());
    add(row.topic.toUtf8());
    add(row.agenda.toUtf8());
    add(QByteArray::number(row.start.isValid() ? row.start.toSecsSinceEpoch() : 0));
    add(QByteArray::number(qint64{row.duration.count()}));
    add(row.timeZone);
    add(row.joinUrl.toUtf8());
}

QUuid referenceOf(const std::optional<school::OwnerTag> &tag)
{
    return tag ? tag->reference : QUuid();
}

} // namespace

QList<ListedMeeting> groupById(const QList<zoom::MeetingSummary> &rows)
{
    QHash<qint64, QList<zoom::MeetingSummary>> groups;
    QList<qint64> order;
    for (const zoom::MeetingSummary &row : rows) {
        if (!groups.contains(row.id))
            order.append(row.id);
        groups[row.id].append(row);
    }
    QList<ListedMeeting> listed;
    for (const qint64 id : order) {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        for (const zoom::MeetingSummary &row : groups.value(id))
            addTo(hash, row);
        listed.append({groups.value(id).first(), hash.result()});
    }
    return listed;
}

std::optional<school::OwnerTag> tagOf(const zoom::MeetingSummary &summary)
{
    // What ends in the middle may end in something that only looks like a tag.
    if (summary.isAgendaCut())
        return std::nullopt;
    return school::splitAgenda(summary.agenda).tag;
}

std::optional<school::OwnerTag> tagOf(const zoom::Meeting &meeting)
{
    const auto tracked = school::decodeOwnerTag(meeting.trackingValue(school::ownerTrackingField));
    return tracked ? tracked : school::splitAgenda(meeting.agenda).tag;
}

Result<store::RemoteListRow> toStore(
    const ListedMeeting &listed, const QString &hostZoomUserId, const OwnerBook &owners)
{
    const zoom::MeetingSummary &summary = listed.summary;
    const std::optional<school::OwnerTag> tag = tagOf(summary);
    const Result<store::OwnerClaim> claim = owners.claim(tag, hostZoomUserId);
    if (!claim)
        return std::unexpected(claim.error());
    store::RemoteListRow row;
    row.meeting.zoomId = summary.id;
    row.meeting.uuid = summary.uuid;
    row.meeting.type = summary.type.value;
    row.meeting.topic = summary.topic;
    row.meeting.agenda = school::splitAgenda(summary.agenda).agenda;
    row.meeting.hostZoomUserId = summary.hostId.isEmpty() ? hostZoomUserId : summary.hostId;
    row.meeting.start = summary.start;
    row.meeting.duration = summary.duration;
    row.meeting.timeZone = summary.timeZone;
    row.meeting.joinUrl = summary.joinUrl;
    row.meeting.createdAt = summary.createdAt;
    row.owner = *claim;
    row.reference = referenceOf(tag);
    row.fingerprint = listed.fingerprint;
    row.remote = summary.raw;
    return row;
}

school::Meeting toSchool(const zoom::Meeting &meeting, const school::Owner &owner)
{
    school::Meeting result;
    result.zoomId = meeting.id;
    result.uuid = meeting.uuid;
    result.type = meeting.type.value;
    result.owner = owner;
    result.topic = meeting.topic;
    result.agenda = school::splitAgenda(meeting.agenda).agenda;
    result.hostZoomUserId = meeting.hostId;
    result.hostEmail = meeting.hostEmail;
    result.start = meeting.start;
    result.duration = meeting.duration;
    result.timeZone = meeting.timeZone;
    result.status = meeting.status;
    result.joinUrl = meeting.joinUrl;
    result.registrationUrl = meeting.registrationUrl;
    result.passcode = meeting.passcode;
    result.settings = meeting.settings;
    result.recurrence = meeting.recurrence;
    result.occurrences = meeting.occurrences;
    result.createdAt = meeting.createdAt;
    return result;
}

Result<store::RemoteDetail> toStore(const zoom::Meeting &meeting, const OwnerBook &owners)
{
    const std::optional<school::OwnerTag> tag = tagOf(meeting);
    const Result<store::OwnerClaim> claim = owners.claim(tag, meeting.hostId);
    if (!claim)
        return std::unexpected(claim.error());
    store::RemoteDetail detail;
    detail.meeting = toSchool(meeting, claim->owner);
    detail.owner = *claim;
    detail.reference = referenceOf(tag);
    detail.remote = meeting.raw;
    return detail;
}

} // namespace lectern::sync
