// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/webhooks.h"

#include "sandbox/replies.h"

#include <charconv>

///     GET    /sandbox/webhooks[?after=N]     who gets events, and the attempts after number N of the log
///     POST   /sandbox/webhooks               {url, secret, verification_token, events, connections,
///                                             retry_timestamp: first|fresh} -> 201, the subscription
///     PATCH  /sandbox/webhooks               {hold: true|false, order: came|reversed|shuffled, duplicate: N}
///     DELETE /sandbox/webhooks/{number}
/// Of what PATCH takes, "order" is that in which held events go out when "hold" becomes false.
namespace lectern::sandbox {

namespace {

http::Reply invalid(const char *field)
{
    return validationFailed({{field, "Invalid field."}});
}

bool isAddress(const std::string &url)
{
    return url.starts_with("http://") || url.starts_with("https://");
}

Found<EndpointSettings> readSettings(EndpointSettings settings, const json &body)
{
    settings.url = body.value("url", std::string());
    settings.secret = body.value("secret", settings.secret);
    settings.verificationToken = body.value("verification_token", settings.verificationToken);
    settings.events = body.value("events", std::set<std::string>());
    settings.connections = body.value("connections", settings.connections);
    const std::string timestamp = body.value("retry_timestamp", "first");
    settings.retryTimestamp = timestamp == "fresh" ? RetryTimestamp::Fresh : RetryTimestamp::First;
    if (!isAddress(settings.url))
        return std::unexpected(invalid("url"));
    if (timestamp != "first" && timestamp != "fresh")
        return std::unexpected(invalid("retry_timestamp"));
    if (settings.connections < 1 || settings.connections > 1024)
        return std::unexpected(invalid("connections"));
    return settings;
}

std::optional<Webhooks::Order> orderOf(const std::string &name)
{
    if (name == "came")
        return Webhooks::Order::AsTheyCame;
    if (name == "reversed")
        return Webhooks::Order::Reversed;
    return name == "shuffled" ? std::optional(Webhooks::Order::Shuffled) : std::nullopt;
}

http::Reply direct(Webhooks &webhooks, const json &body)
{
    const auto order = orderOf(body.value("order", "came"));
    const int duplicate = body.value("duplicate", 0);
    if (!order)
        return invalid("order");
    if (duplicate < 0)
        return invalid("duplicate");
    if (duplicate > 0)
        webhooks.duplicateNext(duplicate);
    if (body.contains("hold")) {
        if (body["hold"].get<bool>())
            webhooks.hold();
        else
            webhooks.release(*order);
    }
    return emptyReply();
}

std::int64_t numberOf(const std::string &text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

http::Reply remove(Webhooks &webhooks, const Call &call)
{
    const bool removed = webhooks.remove(static_cast<int>(numberOf(call.parameter("number"))));
    return removed ? emptyReply() : zoomError(404, 404, "There is no subscription of that number.");
}

http::Reply subscribe(Webhooks &webhooks, const Call &call)
{
    auto settings = readSettings(webhooks.defaults(), call.body);
    return settings ? jsonReply(201, webhooks.add(std::move(*settings)).status()) : settings.error();
}

} // namespace

void addWebhookRoutes(Router &router, Webhooks &webhooks)
{
    const auto add = [&router](const char *method, const std::string &rest, Handler handler) {
        router.add(
            {method, "/sandbox/webhooks" + rest, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("GET", "", [&webhooks](World &, const Call &call) {
        return jsonReply(200, webhooks.report(numberOf(call.query("after", "0"))));
    });
    add("POST", "", [&webhooks](World &, const Call &call) { return subscribe(webhooks, call); });
    add("PATCH", "", [&webhooks](World &, const Call &call) { return direct(webhooks, call.body); });
    add("DELETE", "/{number}", [&webhooks](World &, const Call &call) { return remove(webhooks, call); });
}

} // namespace lectern::sandbox
