// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventmeetings.h"
#include "sync/livefacts.h"
#include "sync/repositories.h"
#include "zoom/event.h"

#include <QSet>

namespace lectern::sync {

/// What events leave to be read by REST.
struct EventErrands
{
    QSet<qint64> meetings; ///< Zoom's numbers: status, settings and dates of these
    QSet<qint64> registrants; ///< of these meetings
    bool recordings = false; ///< the list of the recent ones
    bool hosts = false; ///< the list of hosts

    [[nodiscard]] bool isEmpty() const
    {
        return meetings.isEmpty() && registrants.isEmpty() && !recordings && !hosts;
    }
    void merge(const EventErrands &other);
};

/// All that a family of events has to work with while one batch is applied, inside its transaction.
struct EventContext
{
    Repositories &store;
    EventMeetings &meetings;
    const zoom::Event &event;
    QDateTime at; ///< UTC: when it happened, or when it arrived where Zoom does not tell
    bool isRecent = false; ///< somebody may want to hear of it at once

    // What it comes to.
    MeetingId meeting = {}; ///< the one it was about, where known
    QString topic = {}; ///< of that meeting
    QString subject = {}; ///< for the activity: who or what it was about
    QList<LiveFact> facts = {};
    EventErrands errands = {};

    /// Adds a fact, unless it is old.
    void tell(LiveFact fact);
    /// The person with this e-mail, where the store knows one.
    [[nodiscard]] PersonId personOf(const QString &email) const;
};

} // namespace lectern::sync
