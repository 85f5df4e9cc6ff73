// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/moment.h"

#include <array>
#include <charconv>
#include <ctime>

namespace lectern::relay {
namespace {

constexpr std::chrono::seconds longest = std::chrono::days(3650);

std::optional<std::chrono::seconds> unitNamed(char letter)
{
    switch (letter) {
    case 's':
        return std::chrono::seconds(1);
    case 'm':
        return std::chrono::minutes(1);
    case 'h':
        return std::chrono::hours(1);
    case 'd':
        return std::chrono::days(1);
    default:
        return std::nullopt;
    }
}

} // namespace

Moment systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::int64_t toMilliseconds(Moment moment)
{
    return moment.time_since_epoch().count();
}

Moment fromMilliseconds(std::int64_t milliseconds)
{
    return Moment(std::chrono::milliseconds(milliseconds));
}

std::string rfc3339(Moment moment)
{
    const auto seconds =
        static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::optional<std::chrono::seconds> readLifetime(std::string_view text)
{
    if (text.size() < 2)
        return std::nullopt;
    const auto unit = unitNamed(text.back());
    std::int64_t count = 0;
    const char *begin = text.data();
    const char *end = begin + text.size() - 1;
    const auto parsed = std::from_chars(begin, end, count);
    if (!unit || parsed.ec != std::errc() || parsed.ptr != end || count <= 0 || count > longest / *unit)
        return std::nullopt;
    return count * *unit;
}

} // namespace lectern::relay
