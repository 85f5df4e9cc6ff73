// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/pastlookup.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace lectern::sandbox {

namespace {

const std::map<std::int64_t, MeetingState> &allOf(const World &world, MeetingKind kind)
{
    return kind == MeetingKind::Meeting ? world.meetings : world.webinars;
}

std::optional<std::int64_t> idOf(std::string_view text)
{
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return id;
}

const Instance *instanceNamed(const MeetingState &meeting, const std::string &uuid)
{
    const auto found = std::ranges::find(meeting.past, uuid, &Instance::uuid);
    return found == meeting.past.end() ? nullptr : &*found;
}

std::optional<PastInstance> pastByUuid(const World &world, MeetingKind kind, const std::string &uuid)
{
    for (const auto &[id, meeting] : allOf(world, kind))
        if (const Instance *instance = instanceNamed(meeting, uuid))
            return PastInstance{&meeting, instance};
    return std::nullopt;
}

std::optional<PastInstance> pastById(const World &world, MeetingKind kind, std::int64_t id)
{
    const auto found = allOf(world, kind).find(id);
    if (found == allOf(world, kind).end() || found->second.past.empty())
        return std::nullopt;
    return PastInstance{&found->second, &found->second.past.back()};
}

} // namespace

Found<PastInstance> pastOf(World &world, const Call &call, MeetingKind kind, std::string_view name)
{
    const std::string text = uuidParameter(call, name);
    const auto id = idOf(text);
    const auto past = id ? pastById(world, kind, *id) : pastByUuid(world, kind, text);
    if (!past)
        return std::unexpected(noSuchMeeting(call.parameter(name)));
    if (world.clock.now() - *past->instance->endedAt > std::chrono::days{366})
        return std::unexpected(zoomError(400, 12702, "Can not access a meeting a year ago."));
    return *past;
}

const MeetingState *anyMeeting(const World &world, MeetingKind kind, const std::string &idOrUuid)
{
    if (const auto id = idOf(idOrUuid)) {
        const auto found = allOf(world, kind).find(*id);
        return found == allOf(world, kind).end() ? nullptr : &found->second;
    }
    const auto past = pastByUuid(world, kind, idOrUuid);
    return past ? past->meeting : nullptr;
}

std::int64_t instanceMinutes(const Instance &instance)
{
    const Moment end = instance.endedAt.value_or(instance.startedAt);
    return std::chrono::ceil<std::chrono::minutes>(end - instance.startedAt).count();
}

std::size_t headCount(const Instance &instance)
{
    std::set<std::string> people;
    for (const json &row : instance.participants) {
        const std::string email = row.value("user_email", "");
        people.insert(email.empty() ? row.value("name", "") : email);
    }
    return people.size();
}

} // namespace lectern::sandbox
