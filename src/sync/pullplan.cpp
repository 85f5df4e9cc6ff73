// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullplan.h"

#include <QSet>

#include <algorithm>

namespace lectern::sync {

namespace {

bool isUnchanged(const ListedMeeting &meeting, const store::KnownMeeting &known)
{
    return known.fingerprint == meeting.fingerprint && known.status != school::MeetingStatus::Deleted;
}

/// Whether only the meeting itself can tell whom it belongs to.
bool hidesOwner(const ListedMeeting &meeting, TagPlace place)
{
    if (tagOf(meeting.summary))
        return false;
    return place == TagPlace::TrackingField || meeting.summary.isAgendaCut();
}

bool needsDetail(const ListedMeeting &meeting, bool isNew, TagPlace place)
{
    return !isNew || school::isSeries(meeting.summary.type.value) || hidesOwner(meeting, place);
}

} // namespace

HostPlan planHost(
    const QList<ListedMeeting> &listed, const QHash<qint64, store::KnownMeeting> &known, TagPlace place)
{
    HostPlan plan;
    QSet<qint64> seen;
    for (const ListedMeeting &meeting : listed) {
        seen.insert(meeting.summary.id);
        const auto stored = known.constFind(meeting.summary.id);
        const bool isNew = stored == known.constEnd();
        if (!isNew && isUnchanged(meeting, *stored))
            continue;
        (needsDetail(meeting, isNew, place) ? plan.fetch : plan.store).append(meeting);
    }
    for (const store::KnownMeeting &stored : known) {
        if (!seen.contains(stored.zoomId) && stored.status != school::MeetingStatus::Ended)
            plan.missing.append(stored.zoomId);
    }
    return plan;
}

bool comesBefore(const QDateTime &a, const QDateTime &b, const QDateTime &now)
{
    const bool upcomingA = !a.isValid() || a >= now;
    const bool upcomingB = !b.isValid() || b >= now;
    if (upcomingA != upcomingB)
        return upcomingA;
    if (a.isValid() != b.isValid())
        return a.isValid();
    return upcomingA ? a < b : a > b;
}

void sortUpcomingFirst(QList<ListedMeeting> &meetings, const QDateTime &now)
{
    std::stable_sort(
        meetings.begin(), meetings.end(), [&now](const ListedMeeting &a, const ListedMeeting &b) {
            return comesBefore(a.summary.start, b.summary.start, now);
        });
}

} // namespace lectern::sync
