// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/visibleeffect.h"

#include "sync/editmerge.h"

namespace lectern::sync {

namespace {

using school::Meeting;
using school::MeetingStatus;
using school::Occurrence;

void setOccurrenceStatus(Meeting &meeting, const QString &occurrenceId, Occurrence::Status status)
{
    for (Occurrence &occurrence : meeting.occurrences) {
        if (occurrence.id == occurrenceId)
            occurrence.status = status;
    }
}

} // namespace

QList<Occurrence> expectedOccurrences(const Meeting &meeting)
{
    QList<Occurrence> occurrences;
    if (!meeting.recurrence)
        return occurrences;
    const QTimeZone zone(meeting.timeZone);
    for (const QDateTime &start : school::expandRecurrence(*meeting.recurrence, meeting.start, zone))
        occurrences.append({QString::number(start.toMSecsSinceEpoch()), start, meeting.duration,
            Occurrence::Status::Available});
    return occurrences;
}

void showEdit(Meeting &meeting, const QString &occurrenceId, const school::MeetingEdit &edit)
{
    applyEdit(meeting, occurrenceId, edit);
    const bool moves = edit.start || edit.duration || edit.timeZone || edit.recurrence;
    if (occurrenceId.isEmpty() && moves && meeting.recurrence)
        meeting.occurrences = expectedOccurrences(meeting);
}

void showRemoval(Meeting &meeting, const QString &occurrenceId)
{
    if (occurrenceId.isEmpty())
        meeting.status = MeetingStatus::Deleted;
    else
        setOccurrenceStatus(meeting, occurrenceId, Occurrence::Status::Deleted);
}

void showEnd(Meeting &meeting, const QDateTime &now)
{
    // Zoom says "waiting" again of every meeting that was ended; to people a single one whose time had come
    // is over.
    const bool isOver = !school::isSeries(meeting.type) && meeting.start.isValid() && meeting.start <= now;
    meeting.status = isOver ? MeetingStatus::Ended : MeetingStatus::Waiting;
    meeting.startedAt = {};
}

QByteArray encodeStanding(const Meeting &meeting)
{
    const qint64 started = meeting.startedAt.isValid() ? meeting.startedAt.toMSecsSinceEpoch() : 0;
    return QByteArray::number(static_cast<int>(meeting.status)) + ' ' + QByteArray::number(started);
}

void restoreStanding(Meeting &meeting, const QString &occurrenceId, const QByteArray &standing)
{
    if (!occurrenceId.isEmpty()) {
        setOccurrenceStatus(meeting, occurrenceId, Occurrence::Status::Available);
        return;
    }
    const QList<QByteArray> parts = standing.split(' ');
    const int status = parts.value(0).toInt();
    const qint64 started = parts.value(1).toLongLong();
    meeting.status = static_cast<MeetingStatus>(status);
    meeting.startedAt = started != 0 ? QDateTime::fromMSecsSinceEpoch(started, Qt::UTC) : QDateTime();
}

} // namespace lectern::sync
