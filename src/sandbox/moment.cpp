// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/moment.h"

#include <array>
#include <date/tz.h>
#include <sstream>

namespace lectern::sandbox {
namespace {

const date::time_zone *findZone(std::string_view zone)
{
    try {
        return zone.empty() ? nullptr : date::locate_zone(zone);
    } catch (const std::runtime_error &) {
        return nullptr;
    }
}

template <typename Time>
std::optional<Time> parseAs(std::string_view text, const char *format)
{
    std::istringstream stream{std::string(text)};
    Time time;
    stream >> date::parse(format, time);
    if (stream.fail() || stream.peek() != std::istringstream::traits_type::eof())
        return std::nullopt;
    return time;
}

date::local_seconds toDateLocal(LocalTime time)
{
    return date::local_seconds(time.time_since_epoch());
}

template <typename Time>
std::string formatAs(const char *format, Time time)
{
    return date::format(format, time);
}

} // namespace

std::string formatUtc(Moment moment)
{
    return formatAs("%FT%TZ", std::chrono::floor<std::chrono::seconds>(moment));
}

std::string formatLocal(LocalTime time)
{
    return formatAs("%FT%T", toDateLocal(time));
}

std::string formatDate(Moment moment)
{
    return formatAs("%F", std::chrono::floor<std::chrono::seconds>(moment));
}

std::string formatHttpDate(Moment moment)
{
    return formatAs("%a, %d %b %Y %T GMT", std::chrono::floor<std::chrono::seconds>(moment));
}

std::optional<Moment> parseMoment(std::string_view text, std::string_view zone)
{
    for (const char *format : {"%FT%TZ", "%FT%T%Ez", "%FT%RZ"}) {
        if (const auto utc = parseAs<Moment>(text, format))
            return utc;
    }
    for (const char *format : {"%FT%T", "%F %T", "%FT%R"}) {
        if (const auto local = parseAs<date::local_seconds>(text, format))
            return fromLocal(LocalTime(local->time_since_epoch()), zone);
    }
    return std::nullopt;
}

std::optional<Moment> parseDate(std::string_view text)
{
    const auto day = parseAs<date::sys_days>(text, "%F");
    return day ? std::optional<Moment>(*day) : std::nullopt;
}

bool isTimeZone(std::string_view zone)
{
    return findZone(zone) != nullptr;
}

LocalTime toLocal(Moment moment, std::string_view zone)
{
    const auto *found = findZone(zone);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    if (!found)
        return LocalTime(seconds.time_since_epoch());
    return LocalTime(found->to_local(seconds).time_since_epoch());
}

Moment fromLocal(LocalTime time, std::string_view zone)
{
    const auto *found = findZone(zone);
    if (!found)
        return Moment(time.time_since_epoch());
    return found->to_sys(toDateLocal(time), date::choose::earliest);
}

} // namespace lectern::sandbox
