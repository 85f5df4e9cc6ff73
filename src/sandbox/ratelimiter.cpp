// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ratelimiter.h"

namespace lectern::sandbox {
namespace {

/// Zero stands for no limit.
struct Limit
{
    int perWindow = 0;
    int perDay = 0;
    int dailyPool = 0; ///< categories of the same pool share the day's allowance
};

const char *nameOf(RateCategory category)
{
    switch (category) {
    case RateCategory::None:
        return "";
    case RateCategory::Light:
        return "Light";
    case RateCategory::Medium:
        return "Medium";
    case RateCategory::Heavy:
        return "Heavy";
    case RateCategory::ResourceIntensive:
        return "Resource-intensive";
    }
    return "";
}

Limit limitOf(Plan plan, RateCategory category)
{
    using Row = std::map<RateCategory, Limit>;
    static const std::map<Plan, Row> table{
        {Plan::Free,
            Row{{RateCategory::Light, {4, 6'000, 1}}, {RateCategory::Medium, {2, 2'000, 2}},
                {RateCategory::Heavy, {1, 1'000, 3}}, {RateCategory::ResourceIntensive, {10, 30'000, 4}}}},
        {Plan::Pro,
            Row{{RateCategory::Light, {30, 0, 1}}, {RateCategory::Medium, {20, 0, 2}},
                {RateCategory::Heavy, {10, 30'000, 3}}, {RateCategory::ResourceIntensive, {10, 30'000, 3}}}},
        {Plan::Business,
            Row{{RateCategory::Light, {80, 0, 1}}, {RateCategory::Medium, {60, 0, 2}},
                {RateCategory::Heavy, {40, 60'000, 3}}, {RateCategory::ResourceIntensive, {20, 60'000, 3}}}},
    };
    const auto row = table.find(plan);
    return row == table.end() ? Limit{} : row->second.at(category);
}

std::chrono::seconds windowOf(RateCategory category)
{
    return category == RateCategory::ResourceIntensive ? std::chrono::seconds(60) : std::chrono::seconds(1);
}

void describe(http::Headers &headers, const char *type, int limit, int used)
{
    headers.set("X-RateLimit-Type", type);
    headers.set("X-RateLimit-Limit", std::to_string(limit));
    headers.set("X-RateLimit-Remaining", std::to_string(std::max(0, limit - used)));
}

http::Reply perSecondRefusal()
{
    return zoomError(
        429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
}

http::Reply dailyRefusal(Moment now, http::Headers &headers)
{
    const auto tomorrow = std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1);
    headers.set("Retry-After", formatUtc(tomorrow));
    return zoomError(
        429, 429, "You have reached the maximum daily rate limit for this API. You may try again tomorrow.");
}

} // namespace

void RateLimiter::Window::moveTo(std::int64_t current)
{
    if (number != current)
        *this = Window{current, 0};
}

std::optional<http::Reply> RateLimiter::admit(
    Moment now, Plan plan, RateCategory category, http::Headers &headers)
{
    if (category == RateCategory::None)
        return std::nullopt;
    headers.set("X-RateLimit-Category", nameOf(category));
    const Limit limit = limitOf(plan, category);
    if (limit.perWindow == 0)
        return std::nullopt;

    Window &day = m_daily[limit.dailyPool];
    day.moveTo(std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
    Window &moment = m_short[category];
    moment.moveTo(now.time_since_epoch() / windowOf(category));
    if (limit.perDay > 0 && day.used >= limit.perDay) {
        describe(headers, "Daily-limit", limit.perDay, day.used);
        return dailyRefusal(now, headers);
    }
    if (moment.used >= limit.perWindow) {
        describe(headers, "QPS", limit.perWindow, moment.used);
        return perSecondRefusal();
    }
    ++day.used;
    ++moment.used;
    describe(headers, "QPS", limit.perWindow, moment.used);
    return std::nullopt;
}

} // namespace lectern::sandbox
