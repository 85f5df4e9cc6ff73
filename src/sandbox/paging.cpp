// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/replies.h"
#include "sandbox/sealedtoken.h"

#include <algorithm>
#include <charconv>

// Lists in pages.
namespace lectern::sandbox {
namespace {

constexpr std::chrono::minutes tokenLife{15};
constexpr std::size_t defaultSize = 30;
constexpr std::size_t largestSize = 300;

std::size_t numberOr(std::string_view text, std::size_t fallback)
{
    std::size_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && number > 0 ? number
                                                                                             : fallback;
}

/// A page token goes on with the list it came from only.
std::string listName(const Call &call)
{
    std::string name = call.request.path;
    for (const auto &[key, value] : call.request.query) {
        if (key != "next_page_token" && key != "page_size")
            name += '&' + key + '=' + value;
    }
    return http::base64UrlEncode(http::sha256(name)).substr(0, 16);
}

std::optional<std::size_t> offsetOf(const World &world, const Call &call, const std::string &token)
{
    const auto opened = openToken(world, TokenUse::Page, token);
    if (!opened || opened->expired || opened->content["list"] != listName(call))
        return std::nullopt;
    return opened->content["offset"].get<std::size_t>();
}

std::string tokenFor(const World &world, const Call &call, std::size_t offset)
{
    const json content{{"list", listName(call)}, {"offset", offset}};
    return sealToken(world, TokenUse::Page, content, tokenLife);
}

} // namespace

http::Reply pagedReply(World &world, const Call &call, Paging paging, const std::string &key,
    std::size_t total, const std::function<json(std::size_t)> &row, json extra)
{
    const std::size_t size = std::min(numberOr(call.query("page_size"), defaultSize), largestSize);
    std::size_t number = paging == Paging::NumberToo ? numberOr(call.query("page_number"), 1) : 1;
    std::size_t offset = (number - 1) * size;
    const std::string token = call.query("next_page_token");
    if (!token.empty()) {
        const auto continued = offsetOf(world, call, token);
        if (!continued)
            return zoomError(400, 300, "The next page token is invalid or expired.");
        offset = *continued;
        number = offset / size + 1;
    }
    const std::size_t end = std::min(total, offset + size);
    json rows = json::array();
    for (std::size_t i = offset; i < end; ++i)
        rows.push_back(row(i));
    extra["page_count"] = (total + size - 1) / size;
    extra["page_size"] = size;
    extra["total_records"] = total;
    if (paging == Paging::NumberToo)
        extra["page_number"] = number;
    extra["next_page_token"] = end < total ? tokenFor(world, call, end) : std::string();
    extra[key] = std::move(rows);
    return jsonReply(200, extra);
}

} // namespace lectern::sandbox
