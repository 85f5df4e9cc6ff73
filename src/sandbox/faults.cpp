// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include <algorithm>

namespace lectern::sandbox {
namespace {

bool matchesPath(std::string_view pattern, std::string_view path)
{
    if (pattern.ends_with('*'))
        return path.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern.empty() || pattern == path;
}

bool replacesReply(const json &rule)
{
    return rule.contains("status") || rule.contains("body") || rule.value("drop", false);
}

} // namespace

std::optional<std::string> Faults::add(const json &rule)
{
    try {
        const json match = rule.value("match", json::object());
        const std::string when = rule.value("when", replacesReply(rule) ? "before" : "after");
        if (when != "before" && when != "after")
            return "\"when\" is \"before\" or \"after\"";
        http::Reply rehearsal;
        apply(rule, rehearsal);
        m_rules.push_back({match.value("method", std::string()), match.value("path", std::string()),
            when == "before" ? When::Before : When::After, rule.value("times", 1), rule});
        return std::nullopt;
    } catch (const json::exception &error) {
        return error.what();
    }
}

json Faults::pending() const
{
    json rules = json::array();
    for (const Rule &rule : m_rules) {
        if (rule.times < 1)
            continue;
        rules.push_back(rule.effect);
        rules.back()["times"] = rule.times;
    }
    return rules;
}

const Faults::Rule *Faults::take(const http::Request &request, When when)
{
    const auto rule = std::ranges::find_if(m_rules, [&](const Rule &candidate) {
        return candidate.times > 0 && candidate.when == when
            && (candidate.method.empty() || candidate.method == request.method)
            && matchesPath(candidate.path, request.path);
    });
    if (rule == m_rules.end())
        return nullptr;
    --rule->times;
    return &*rule;
}

std::optional<http::Reply> Faults::before(const http::Request &request)
{
    const Rule *rule = take(request, When::Before);
    if (!rule)
        return std::nullopt;
    http::Reply reply = zoomError(503, 503, "The service is unavailable.");
    reply.status = rule->effect.contains("body") ? 200 : 503;
    apply(rule->effect, reply);
    return reply;
}

void Faults::after(const http::Request &request, http::Reply &reply)
{
    if (const Rule *rule = take(request, When::After))
        apply(rule->effect, reply);
}

void Faults::apply(const json &effect, http::Reply &reply)
{
    reply.status = effect.value("status", reply.status);
    reply.delay = std::chrono::milliseconds(effect.value("delay_ms", 0));
    if (const auto body = effect.find("body"); body != effect.end()) {
        reply.file.reset();
        reply.body = body->is_string() ? body->get<std::string>() : body->dump();
    }
    if (effect.contains("content_type"))
        reply.headers.set("Content-Type", effect["content_type"].get<std::string>());
    const json headers = effect.value("headers", json::object());
    for (const auto &[name, value] : headers.items())
        reply.headers.set(name, value.get<std::string>());
    if (effect.value("truncate", false))
        reply.delivery = http::Delivery::Truncated;
    if (effect.value("drop", false))
        reply.delivery = http::Delivery::Dropped;
}

} // namespace lectern::sandbox
