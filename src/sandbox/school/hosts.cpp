// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/school/life.h"

#include <algorithm>

namespace lectern::sandbox::school {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// How late or early this host is this time: the same whenever it is asked.
std::uint64_t habit(const MeetingState &meeting, Moment start)
{
    std::uint64_t mixed = static_cast<std::uint64_t>(meeting.document.at("id").get<std::int64_t>())
        ^ (static_cast<std::uint64_t>(start.time_since_epoch().count()) * 0x9E3779B97F4A7C15ULL);
    mixed ^= mixed >> 31U;
    return mixed * 0xBF58476D1CE4E5B9ULL >> 20U;
}

constexpr std::uint64_t hostsWhoCome = 85; ///< in a hundred

/// From a minute before to three minutes after.
seconds lateness(const MeetingState &meeting, Moment start)
{
    return seconds{static_cast<int>(habit(meeting, start) / 128 % 240) - 60};
}

/// UTC times in Zoom's text sort as the moments do, which spares reading those of a large school.
struct Around
{
    std::string first;
    std::string last;

    [[nodiscard]] bool holds(const json &object) const
    {
        const auto found = object.find("start_time");
        if (found == object.end())
            return false;
        const std::string &start = found->get_ref<const std::string &>();
        return start > first && start <= last;
    }
};

/// A start planned within the last quarter of an hour or the next minute.
std::optional<Moment> plannedWithin(const MeetingState &meeting, const Around &around)
{
    const auto start = [](const json &object) { return parseMoment(object.value("start_time", ""), "UTC"); };
    if (!meeting.isSeries())
        return around.holds(meeting.document) ? start(meeting.document) : std::nullopt;
    for (const json &occurrence : meeting.occurrences)
        if (around.holds(occurrence) && occurrence.value("status", "") == "available")
            return start(occurrence);
    return std::nullopt;
}

/// Whether it took place already for this planned start.
bool tookPlace(const MeetingState &meeting, Moment start)
{
    return !meeting.past.empty() && meeting.past.back().startedAt > start - minutes{10};
}

json hostOf(const World &world, const MeetingState &meeting)
{
    const json *host = world.findUser(meeting.hostId());
    if (!host)
        return json();
    return {{"id", host->at("id")}, {"name", host->at("display_name")}, {"user_email", host->at("email")}};
}

} // namespace

void Hosts::step(World &world)
{
    const Moment now = world.clock.now();
    const Around around{formatUtc(now - minutes{15}), formatUtc(now + minutes{1})};
    for (auto &[id, meeting] : world.meetings) {
        if (meeting.deletedAt || meeting.hostId() == m_persona)
            continue;
        if (meeting.live)
            endWhereDue(world, meeting);
        else if (const auto start = plannedWithin(meeting, around))
            startWhereDue(world, meeting, *start);
    }
}

void Hosts::startWhereDue(World &world, MeetingState &meeting, Moment start) const
{
    if (tookPlace(meeting, start) || habit(meeting, start) % 100 >= hostsWhoCome)
        return;
    const json host = hostOf(world, meeting);
    if (host.is_null() || world.clock.now() < start + lateness(meeting, start))
        return;
    startMeeting(world, meeting);
    joinMeeting(world, meeting, host);
}

void Hosts::endWhereDue(World &world, MeetingState &meeting) const
{
    const Moment begun = meeting.live->startedAt;
    const Moment end = begun + minutes{meeting.document.value("duration", 60)};
    if (world.clock.now() > end + lateness(meeting, begun) + minutes{2})
        endMeeting(world, meeting);
}

} // namespace lectern::sandbox::school
