// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/meeting.h"
#include "store/eventmarkrepository.h"
#include "store/meetingfield.h"

namespace lectern::store {

class Database;

/// What an event did to a meeting.
enum class EventEffect {
    None, ///< the store knew, or something newer
    Changed,
    Tombstone, ///< the meeting is believed gone: the event changed nothing, and Zoom should be asked
};

/// Events about meetings, each `at` a moment by Zoom's clock (UTC). A field that a later event told is left
/// alone, and so is what a pending change holds. What is deleted stays so until Zoom says that it is back.
class MeetingEventRepository
{
public:
    MeetingEventRepository(Database &database, const Clock &clock);

    /// Sets the named fields to those of `told`; Status is not one of them.
    [[nodiscard]] Result<EventEffect> tell(
        MeetingId id, const school::Meeting &told, MeetingFields fields, const QDateTime &at);
    /// `instanceUuid` may be empty; `startedAt` is UTC.
    [[nodiscard]] Result<EventEffect> started(
        MeetingId id, const QString &instanceUuid, const QDateTime &startedAt, const QDateTime &at);
    [[nodiscard]] Result<EventEffect> ended(MeetingId id, const QDateTime &at);
    [[nodiscard]] Result<EventEffect> deleted(MeetingId id, const QDateTime &at);
    [[nodiscard]] Result<EventEffect> recovered(MeetingId id, const QDateTime &at);

private:
    template <typename Change>
    [[nodiscard]] Result<EventEffect> change(
        MeetingId id, MeetingFields fields, const QDateTime &at, Change change);

    Database &m_database;
    const Clock &m_clock;
    EventMarkRepository m_marks;
};

} // namespace lectern::store
