// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/event.h"

namespace lectern::sandbox {

SharedEvent makeEvent(const World &world, std::string_view name, json payload)
{
    const Moment now = world.clock.now();
    json envelope{{"event", name}, {"event_ts", epochMilliseconds(now)}};
    if (const auto token = payload.find("download_token"); token != payload.end()) {
        envelope["download_token"] = std::move(*token);
        payload.erase(token);
    }
    payload["account_id"] = world.account.id;
    envelope["payload"] = std::move(payload);
    std::string body = envelope.dump(-1, ' ', false, json::error_handler_t::replace);
    return std::make_shared<const Event>(Event{std::string(name), now, std::move(body)});
}

} // namespace lectern::sandbox
