// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/repositories.h"
#include "zoom/eventmeeting.h"

#include <QHash>

#include <optional>

namespace lectern::sync {

/// Finds the meetings that events are about, and adds those the store has not heard of. Remembers what it
/// found: one for each batch.
class EventMeetings
{
public:
    explicit EventMeetings(Repositories &store)
        : m_store(store)
    { }

    struct Found
    {
        MeetingId meeting;
        bool isNew = false; ///< added just now: what the event did not say has to be read
    };

    [[nodiscard]] Result<std::optional<MeetingId>> find(qint64 zoomId);
    /// The meeting with what a live event says of it; nothing when that is too little to make a row of.
    [[nodiscard]] Result<std::optional<Found>> findOrAdd(const zoom::EventMeeting &meeting);
    /// The same with all that a meeting's own event says: its tag tells the owner, and whether it is one of
    /// ours that Zoom had not answered for.
    [[nodiscard]] Result<std::optional<Found>> findOrAdd(const zoom::Meeting &meeting);

private:
    [[nodiscard]] Result<std::optional<Found>> add(const zoom::Meeting &meeting);

    Repositories &m_store;
    QHash<qint64, MeetingId> m_known;
};

} // namespace lectern::sync
