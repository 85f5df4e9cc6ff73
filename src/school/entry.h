// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"
#include "school/person.h"

#include <QDateTime>
#include <QString>

namespace lectern::school {

/// How a person stands to one meeting; gathered by the store, judged here.
struct Standing
{
    Role role = Role::Learner;
    bool isHost = false; ///< is the Zoom host, by e-mail
    bool isAlternativeHost = false;
    bool teaches = false; ///< teaches the course that owns the meeting, or is the person who owns it
    bool isEnrolled =
        false; ///< in the audience: enrolled in course, session and group, or the meeting is for all
    bool isRegistered = false; ///< has an approved registration
    bool awaitsApproval = false; ///< has a pending registration
    /// The connection in use can fetch the host's start link; an administrator's always can.
    bool mayStartOnBehalf = false;
    QString contactName = {}; ///< whom to ask: the host
};

/// The facts about the meeting that decide.
struct EntryFacts
{
    MeetingStatus status = MeetingStatus::Waiting;
    MeetingType type = MeetingType::Scheduled;
    QDateTime start = {}; ///< UTC, of the occurrence in question; invalid without a fixed time
    std::chrono::minutes duration{0};
    MeetingSettings settings = {};
    bool isKnownToZoom = true; ///< false while the create waits in the outbox
    /// The school's common room, which an administrator has closed: only its staff gets in.
    bool isClosed = false;
};

/// What a given person can do at a meeting now.
struct Entry
{
    enum class Action {
        Start,
        StartAgain,
        Rejoin,
        Join,
        JoinAsAlternativeHost,
        StartOnBehalf,
        Register,
        TellMe, ///< not open yet; the person can ask to be told
        None,
    };

    Action action = Action::None;
    /// Why, as a translated sentence for the person; never empty ("Opens when Tom Okafor starts it.").
    QString reason = {};

    [[nodiscard]] bool opensZoom() const;
};

/// The words on the button for an action ("Start", "Join", …).
[[nodiscard]] QString entryLabel(Entry::Action action);

/// The table "Who gets in" of the design, as a pure function. `now` is UTC.
[[nodiscard]] Entry entryFor(const EntryFacts &meeting, const Standing &standing, const QDateTime &now);

} // namespace lectern::school
