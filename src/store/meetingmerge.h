// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/meetingrecord.h"
#include "store/meetingrepository.h"

#include <QCoreApplication>

namespace lectern::store {

/// The rules by which what Zoom says and what is stored become one meeting.

class MergeText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Meeting)

public:
    [[nodiscard]] static QString unknownMeeting();
};

/// What the outbox still holds of the meeting itself.
[[nodiscard]] Result<MeetingFields> pendingFields(Database &database, MeetingId id);
[[nodiscard]] Result<QStringList> pendingOccurrences(Database &database, MeetingId id);

/// What a meeting is once its running instance has ended: a series with a date to come waits again, and so
/// does what has no fixed time.
[[nodiscard]] school::MeetingStatus statusAfterEnd(const school::Meeting &meeting, const QDateTime &now);

/// The stored meeting with what a list row says of it.
[[nodiscard]] school::Meeting merged(
    const MeetingRecord &stored, const RemoteListRow &row, MeetingFields pending, const QDateTime &now);
/// The stored meeting with the details. Dates that are over stay although Zoom no longer tells them.
[[nodiscard]] school::Meeting merged(const MeetingRecord &stored, const RemoteDetail &detail,
    MeetingFields pending, const QStringList &pendingOccurrences, const QDateTime &now);
/// A meeting not known before, waiting or already over.
[[nodiscard]] school::Meeting settled(school::Meeting meeting, const QDateTime &now);

/// When another row has this meeting's zoomId: moves what belongs to it here, and removes it.
[[nodiscard]] Result<void> absorbTwin(Database &database, const school::Meeting &meeting);

} // namespace lectern::store
