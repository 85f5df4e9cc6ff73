// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/meetingrepository.h"
#include "sync/remoterows.h"

#include <QHash>
#include <QList>

namespace lectern::sync {

/// Where an account keeps the owner tag of its meetings.
enum class TagPlace { TrackingField, Agenda };

/// What one host's list means for the store.
struct HostPlan
{
    /// New or changed, and complete in the list: to be stored as they are.
    QList<ListedMeeting> store;
    /// New or changed, and the list does not say enough: to be stored, then asked for by id.
    QList<ListedMeeting> fetch;
    /// Known and not listed: asked for by id before anything is believed. Zoom's numbers.
    QList<qint64> missing;
};

/// Pure. A list row costs a request only when it is of a series, changed, or new with an owner that the list
/// cannot tell. What is over and no longer listed has expired, which is not asked about.
[[nodiscard]] HostPlan planHost(
    const QList<ListedMeeting> &listed, const QHash<qint64, store::KnownMeeting> &known, TagPlace place);

/// The order in which meetings are asked for: upcoming ones, the soonest first; then past ones, the latest
/// first.
void sortUpcomingFirst(QList<ListedMeeting> &meetings, const QDateTime &now);
/// Whether `a` is asked for before `b`, by their starts.
[[nodiscard]] bool comesBefore(const QDateTime &a, const QDateTime &b, const QDateTime &now);

} // namespace lectern::sync
