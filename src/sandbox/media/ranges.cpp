// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/ranges.h"

#include <algorithm>
#include <charconv>

namespace lectern::sandbox::media {

namespace {

/// Both ends included.
struct Range
{
    std::size_t first;
    std::size_t last;
};

std::optional<std::size_t> number(std::string_view digits)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// "bytes=-500": the last 500.
std::optional<Range> suffixRange(std::string_view digits, std::size_t size)
{
    const auto count = number(digits);
    if (!count)
        return std::nullopt;
    return Range{size - std::min(*count, size), size - 1};
}

/// The range as asked, its end cut to the size; its first may still lie beyond the end.
std::optional<Range> requestedRange(std::string_view header, std::size_t size)
{
    constexpr std::string_view unit = "bytes=";
    const auto dash = header.find('-');
    if (!header.starts_with(unit) || dash == std::string_view::npos || size == 0)
        return std::nullopt;
    const std::string_view from = header.substr(unit.size(), dash - unit.size());
    const std::string_view to = header.substr(dash + 1);
    if (from.empty())
        return suffixRange(to, size);
    const auto first = number(from);
    const auto last = to.empty() ? std::optional(size - 1) : number(to);
    const bool backwards = first && last && !to.empty() && *last < *first;
    if (!first || !last || backwards)
        return std::nullopt;
    return Range{*first, std::min(*last, size - 1)};
}

http::Reply unsatisfiable(std::size_t size)
{
    http::Reply reply;
    reply.status = 416;
    reply.headers.add("Content-Range", "bytes */" + std::to_string(size));
    return reply;
}

void cut(http::Reply &reply, const Range &range)
{
    reply.status = 206;
    reply.headers.add("Content-Range",
        "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/"
            + std::to_string(reply.body.size()));
    reply.body = reply.body.substr(range.first, range.last - range.first + 1);
}

} // namespace

http::Reply servedBytes(const http::Request &request, std::string bytes, const std::string &contentType)
{
    const auto header = request.headers.find("Range");
    const auto range = header ? requestedRange(*header, bytes.size()) : std::nullopt;
    if (range && range->first >= bytes.size())
        return unsatisfiable(bytes.size());
    http::Reply reply;
    reply.headers.add("Content-Type", contentType);
    reply.headers.add("Accept-Ranges", "bytes");
    reply.body = std::move(bytes);
    if (range)
        cut(reply, *range);
    return reply;
}

} // namespace lectern::sandbox::media
