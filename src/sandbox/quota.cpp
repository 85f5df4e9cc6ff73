// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/quota.h"

namespace lectern::sandbox {
namespace {

http::Reply refusal(int limit, const std::string &what, const char *category)
{
    http::Reply reply = zoomError(429, 429,
        "You have exceeded the daily rate limit (" + std::to_string(limit) + ") of " + what
            + " permitted for this particular user. You may resume these requests at GMT 00:00:00.");
    reply.headers.set("X-RateLimit-Category", category);
    reply.headers.set("X-RateLimit-Limit", std::to_string(limit));
    reply.headers.set("X-RateLimit-Remaining", "0");
    return reply;
}

/// Whether one more is allowed; counts it then.
bool count(World &world, const std::string &what, int limit)
{
    const std::string today = formatDate(world.clock.now());
    std::erase_if(world.dailyCounts, [&](const auto &entry) { return !entry.first.starts_with(today); });
    int &used = world.dailyCounts[today + ' ' + what];
    if (used >= limit)
        return false;
    ++used;
    world.touch();
    return true;
}

std::string idOf(const MeetingState &meeting)
{
    return meeting.document.at("id").dump();
}

} // namespace

std::optional<http::Reply> countMeetingWrite(World &world, const std::string &hostId)
{
    constexpr int limit = 100;
    if (count(world, "write " + hostId, limit))
        return std::nullopt;
    return refusal(limit, "Meeting Create/Update API requests", "Light");
}

std::optional<http::Reply> countRegistration(
    World &world, const MeetingState &meeting, const std::string &email)
{
    constexpr int limit = 3;
    if (count(world, "register " + idOf(meeting) + ' ' + email, limit))
        return std::nullopt;
    return refusal(limit, "Add meeting registrant API requests", "Light");
}

std::optional<http::Reply> countStatusChange(
    World &world, const MeetingState &meeting, const std::string &registrantId)
{
    constexpr int limit = 10;
    if (count(world, "status " + idOf(meeting) + ' ' + registrantId, limit))
        return std::nullopt;
    return refusal(limit, "Update registrant status API requests", "Medium");
}

} // namespace lectern::sandbox
