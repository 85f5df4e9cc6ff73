// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/registrants.h"
#include "sandbox/school/attendance.h"
#include "sandbox/school/life.h"

#include <algorithm>

namespace lectern::sandbox::school {

namespace {

bool takesRegistrations(const MeetingState &meeting)
{
    return !meeting.deletedAt && !meeting.live && !meeting.registrants.empty()
        && meeting.document["settings"].value("approval_type", 2) != 2
        && !meeting.document["settings"].value("close_registration", false);
}

/// Its start lies ahead: of a series the last occurrence's.
bool isAhead(const MeetingState &meeting, const std::string &now)
{
    const json &last = meeting.occurrences.empty() ? meeting.document : meeting.occurrences.back();
    return last.value("start_time", "") > now;
}

std::vector<MeetingState *> openMeetings(World &world)
{
    const std::string now = formatUtc(world.clock.now());
    std::vector<MeetingState *> open;
    for (auto &[id, meeting] : world.meetings)
        if (takesRegistrations(meeting) && isAhead(meeting, now))
            open.push_back(&meeting);
    return open;
}

bool isRegistered(const MeetingState &meeting, const std::string &email)
{
    return std::ranges::any_of(
        meeting.registrants, [&](const auto &entry) { return entry.second.value("email", "") == email; });
}

/// Somebody who is registered for another meeting and not for this one; null where the dice find none.
const json *somebodyElse(const std::vector<MeetingState *> &open, const MeetingState &meeting, Dice &dice)
{
    const MeetingState &other = *open[dice.roll(open.size())];
    const auto offset = static_cast<std::ptrdiff_t>(dice.roll(other.registrants.size()));
    const json &row = std::next(other.registrants.begin(), offset)->second;
    return isRegistered(meeting, row.value("email", "")) ? nullptr : &row;
}

} // namespace

void Newcomers::step(World &world)
{
    const auto open = openMeetings(world);
    if (open.empty() || !m_dice.chance(60))
        return;
    MeetingState &meeting = *open[m_dice.roll(open.size())];
    if (const json *person = somebodyElse(open, meeting, m_dice))
        addRegistrant(world, meeting,
            {{"first_name", person->at("first_name")}, {"last_name", person->at("last_name")},
                {"email", person->at("email")}});
}

} // namespace lectern::sandbox::school
