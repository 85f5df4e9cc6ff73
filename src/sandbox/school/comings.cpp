// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/school/life.h"

#include <algorithm>
#include <set>

namespace lectern::sandbox::school {

namespace {

bool isPresent(const json &row)
{
    return !row.contains("leave_time") && row.value("status", "") == "in_meeting";
}

std::set<std::string> presentEmails(const MeetingState &meeting)
{
    std::set<std::string> emails;
    for (const json &row : meeting.live->participants)
        if (isPresent(row))
            emails.insert(row.value("user_email", ""));
    return emails;
}

json guestOf(const json &registrant)
{
    return {{"name", registrant.value("first_name", "") + " " + registrant.value("last_name", "")},
        {"user_email", registrant.value("email", "")}, {"registrant_id", registrant.at("id")}};
}

/// Who could come in: the registered, or whoever came the last time, and is not there.
std::vector<json> absentees(const MeetingState &meeting)
{
    const auto present = presentEmails(meeting);
    std::vector<json> absent;
    const auto add = [&](const json &who) {
        if (!present.contains(who.value("user_email", "")))
            absent.push_back(who);
    };
    for (const auto &[id, registrant] : meeting.registrants)
        if (registrant.value("status", "") == "approved")
            add(guestOf(registrant));
    if (meeting.registrants.empty() && !meeting.past.empty())
        for (const json &row : meeting.past.back().participants)
            add({{"name", row.at("name")}, {"user_email", row.value("user_email", "")}});
    return absent;
}

/// Everybody there but the users of Zoom: the host stays.
std::vector<std::string> guestsPresent(const MeetingState &meeting)
{
    std::vector<std::string> rows;
    for (const json &row : meeting.live->participants)
        if (isPresent(row) && row.value("id", "").empty() && row.value("name", "") != "Guest")
            rows.push_back(row.at("user_id"));
    return rows;
}

Moment scheduledEnd(const MeetingState &meeting)
{
    return meeting.live->startedAt + std::chrono::minutes{meeting.document.value("duration", 60)};
}

} // namespace

void Comings::step(World &world)
{
    for (auto *meetings : {&world.meetings, &world.webinars})
        for (auto &[id, meeting] : *meetings)
            if (meeting.live && !meeting.deletedAt)
                stir(world, meeting);
}

/// A room fills quickly, stays rather full, and empties after its time.
void Comings::stir(World &world, MeetingState &meeting)
{
    const auto absent = absentees(meeting);
    const auto present = guestsPresent(meeting);
    const bool over = world.clock.now() > scheduledEnd(meeting);
    const bool thin = present.size() < 5 * absent.size();
    if (!over && !absent.empty() && m_dice.chance(thin ? 30 : 3))
        joinMeeting(world, meeting, absent[m_dice.roll(absent.size())]);
    if (!present.empty() && m_dice.chance(over ? 60 : 4))
        leaveMeeting(world, meeting, present[m_dice.roll(present.size())]);
}

} // namespace lectern::sandbox::school
