// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/burst.h"

#include "sandbox/meetings.h"
#include "sandbox/replies.h"

///     GET  /sandbox/burst   {sent, left}
///     POST /sandbox/burst   {event, meeting: id, count, rate: a second, as fast as it goes where absent}
///                           -> 202, the same
namespace lectern::sandbox {

namespace {

constexpr std::uint64_t mostEvents = 1'000'000;

json objectFor(const MeetingState &meeting, const std::string &event)
{
    const bool isPlanned = event.ends_with(".updated") || event.find(".registration_") != std::string::npos;
    return isPlanned ? eventObject(meeting) : liveEventObject(meeting);
}

http::Reply order(Burst &burst, World &world, const json &body)
{
    const std::int64_t id = body.value("meeting", std::int64_t{0});
    MeetingState *meeting = world.findMeeting(id);
    if (!meeting)
        meeting = world.findWebinar(id);
    if (!meeting)
        return noSuchMeeting(std::to_string(id));
    Burst::Order order{.event = body.value("event", "meeting.participant_joined"),
        .object = json(),
        .count = body.value("count", std::uint64_t{1}),
        .perSecond = body.value("rate", std::uint64_t{0})};
    if (order.count > mostEvents)
        return validationFailed({{"count", "A million at most."}});
    order.object = objectFor(*meeting, order.event);
    burst.send(std::move(order));
    return jsonReply(202, burst.status());
}

} // namespace

void addBurstRoutes(Router &router, Burst &burst)
{
    router.add({"GET", "/sandbox/burst", Access::Open, RateCategory::None, {},
        [&burst](World &, const Call &) { return jsonReply(200, burst.status()); }});
    router.add({"POST", "/sandbox/burst", Access::Open, RateCategory::None, {},
        [&burst](World &world, const Call &call) { return order(burst, world, call.body); }});
}

} // namespace lectern::sandbox
