// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/socket.h"

#include "sandbox/replies.h"

///     GET  /ws                   Zoom's own
///     GET  /sandbox/websocket    what goes on there
///     POST /sandbox/websocket    one of {send: text as it stands}, {close: true}, {drop: true}, {deaf:
///     true|false}
namespace lectern::sandbox {

namespace {

http::Reply direct(SocketFeed &feed, const json &body)
{
    if (body.contains("send"))
        feed.send(body["send"].get<std::string>());
    if (body.contains("deaf"))
        feed.setHearing(
            body["deaf"].get<bool>() ? SocketFeed::Hearing::Deaf : SocketFeed::Hearing::Attentive);
    if (body.value("close", false))
        feed.close();
    if (body.value("drop", false))
        feed.drop();
    return jsonReply(200, feed.status());
}

} // namespace

void addSocketRoutes(Router &router, SocketFeed &feed)
{
    const auto add = [&router](const char *method, const char *path, Handler handler) {
        router.add({method, path, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("GET", "/ws", [&feed](World &, const Call &call) { return feed.connect(call.request); });
    add("GET", "/sandbox/websocket",
        [&feed](World &, const Call &) { return jsonReply(200, feed.status()); });
    add("POST", "/sandbox/websocket", [&feed](World &, const Call &call) { return direct(feed, call.body); });
}

} // namespace lectern::sandbox
