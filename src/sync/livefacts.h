// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>

namespace lectern::sync {

/// Something an event told that a person may want to hear of at once.
struct LiveFact
{
    enum class Kind {
        MeetingStarted,
        MeetingEnded,
        PersonWaiting, ///< in the waiting room, or at the door of a meeting whose host is not there
        PersonJoined,
        PersonLeft,
        RegistrationArrived,
        RecordingReady,
    };

    Kind kind = Kind::MeetingStarted;
    MeetingId meeting = {};
    QString topic = {}; ///< of the meeting
    PersonId person = {}; ///< whom it is about, where the store knows them; else 0
    QString name = {}; ///< of that person, as Zoom tells it; may be empty
    RecordingId recording = {}; ///< of RecordingReady
    /// UTC, by Zoom's clock. What was caught up after a night is old: no reason for a notification.
    QDateTime at = {};

    friend bool operator==(const LiveFact &, const LiveFact &) = default;
};

/// One event that was new, for logs and scripts.
struct AppliedEvent
{
    QString name; ///< Zoom's: meeting.started
    QDateTime at; ///< UTC, by Zoom's clock
    MeetingId meeting = {}; ///< 0: about none, or one that is not known here
    qint64 zoomId = 0;
    QString subject = {}; ///< who or what it was about; may be empty

    friend bool operator==(const AppliedEvent &, const AppliedEvent &) = default;
};

/// What one batch of events did. Told after it was committed, and after the store's change notice of it.
struct AppliedEvents
{
    QList<AppliedEvent> events = {}; ///< those that were new, in the order of their arrival
    QSet<MeetingId> meetings = {}; ///< whose rows may have changed
    QList<LiveFact> facts = {}; ///< in the order of their arrival

    friend bool operator==(const AppliedEvents &, const AppliedEvents &) = default;
};

} // namespace lectern::sync

Q_DECLARE_METATYPE(lectern::sync::AppliedEvents)
