// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/replies.h"

#include <charconv>

// Finding what a path names.
namespace lectern::sandbox {
namespace {

using Meetings = std::map<std::int64_t, MeetingState>;

std::optional<std::int64_t> toId(std::string_view text)
{
    std::int64_t id = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), id);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return id;
}

bool hasInstance(const MeetingState &meeting, std::string_view uuid)
{
    if (meeting.deletedAt)
        return false;
    if (meeting.document.value("uuid", std::string()) == uuid || (meeting.live && meeting.live->uuid == uuid))
        return true;
    return std::ranges::find(meeting.past, uuid, &Instance::uuid) != meeting.past.end();
}

MeetingState *findByUuid(Meetings &meetings, std::string_view uuid)
{
    for (auto &[id, meeting] : meetings) {
        if (hasInstance(meeting, uuid))
            return &meeting;
    }
    return nullptr;
}

} // namespace

std::string uuidParameter(const Call &call, std::string_view name)
{
    const std::string &once = call.parameter(name);
    if (once.find('%') != std::string::npos)
        return http::percentDecode(once);
    const bool neededTwice = once.starts_with('/') || once.find("//") != std::string::npos;
    return neededTwice ? std::string() : once;
}

Found<json *> userOf(World &world, const Call &call, std::string_view name)
{
    const std::string &id = call.parameter(name);
    const std::string &self = call.userId.empty() ? world.account.ownerUserId : call.userId;
    json *user = world.findUser(id == "me" ? self : id);
    if (!user)
        return std::unexpected(noSuchUser(id));
    const bool foreign = !call.userId.empty() && user->at("id") != call.userId;
    if (foreign)
        return std::unexpected(zoomError(
            400, 4711, "Invalid access token, does not contain scopes:[" + call.scope + ":admin]."));
    return user;
}

json operatorOf(const World &world, const Call &call)
{
    const std::string &id = call.userId.empty() ? world.account.ownerUserId : call.userId;
    const json *user = world.findUser(id);
    return {{"operator", user ? user->at("email") : json("")}, {"operator_id", id}};
}

Found<MeetingState *> meetingOf(World &world, const Call &call, std::string_view name)
{
    const std::string text = uuidParameter(call, name);
    const auto id = toId(text);
    if (id && world.findWebinar(*id))
        return std::unexpected(zoomError(400, 3000, "Cannot access meeting info."));
    MeetingState *meeting = id ? world.findMeeting(*id) : findByUuid(world.meetings, text);
    if (!meeting)
        return std::unexpected(noSuchMeeting(call.parameter(name)));
    return meeting;
}

Found<MeetingState *> webinarOf(World &world, const Call &call, std::string_view name)
{
    const std::string text = uuidParameter(call, name);
    const auto id = toId(text);
    MeetingState *webinar = id ? world.findWebinar(*id) : findByUuid(world.webinars, text);
    if (!webinar)
        return std::unexpected(zoomError(404, 3001, "Webinar does not exist: " + call.parameter(name) + "."));
    return webinar;
}

Found<MeetingState *> meetingOrWebinarOf(World &world, const Call &call)
{
    auto meeting = meetingOf(world, call);
    return meeting ? meeting : webinarOf(world, call, "meetingId");
}

} // namespace lectern::sandbox
