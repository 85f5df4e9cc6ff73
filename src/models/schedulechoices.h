// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/meeting.h"
#include "school/ownertag.h"
#include "school/person.h"

#include <QList>

#include <optional>

namespace lectern::store {
class Database;
}

namespace lectern::models {

/// Somebody or something a meeting can be scheduled for.
struct OwnerOption
{
    school::Owner owner = {};
    QString text = {}; ///< "BIO 1A · Autumn 2026 · Group 1", "My meeting", "Everyone"
    /// With a reference of the usual length: what the agenda must leave room for. Nothing where the account
    /// has a tracking field for it.
    std::optional<school::OwnerTag> agendaTag = {};

    friend bool operator==(const OwnerOption &, const OwnerOption &) = default;
};

/// What a person may choose from when scheduling.
struct ScheduleChoices
{
    QList<OwnerOption> owners = {};
    QList<school::Host> hosts = {}; ///< those the person may schedule for; active ones
    QString ownHost = {}; ///< Zoom user id of the person's own host; empty where there is none
    std::optional<school::Owner> lastOwner = {}; ///< of the person's latest meeting
    /// The meeting to be edited, as the store has it now; nothing when it is gone.
    std::optional<school::Meeting> meeting = {};
    /// Its host, who may have left.
    std::optional<school::Host> meetingHost = {};
    QString meetingOwnerText = {}; ///< empty when the course or person it belongs to is gone

    [[nodiscard]] const OwnerOption *optionFor(const school::Owner &owner) const;
};

/// Runs on the reader's thread. Teachers get their courses, their sessions and groups, their own meetings
/// and their own host; administrators get everything.
[[nodiscard]] Result<ScheduleChoices> readScheduleChoices(store::Database &database, const Clock &clock,
    const school::Person &viewer, std::optional<MeetingId> meeting);

/// Who is in a course, or in its session or group.
struct OwnerPeople
{
    QList<school::Person> teachers = {}; ///< of the course, by name
    int learners = 0;
};

/// Runs on the reader's thread.
[[nodiscard]] Result<OwnerPeople> readOwnerPeople(
    store::Database &database, const Clock &clock, const school::CourseOwner &owner);

} // namespace lectern::models
