// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/outgoing.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>

namespace lectern::http {
namespace {

void addField(std::string &head, std::string_view name, std::string_view value)
{
    constexpr std::string_view lineBreaks("\r\n\0", 3);
    if (name.find_first_of(lineBreaks) != std::string_view::npos
        || value.find_first_of(lineBreaks) != std::string_view::npos)
        return;
    head.append(name).append(": ").append(value).append("\r\n");
}

void addConnection(std::string &head, const Reply &reply, const Framing &framing)
{
    const bool kept =
        framing.keepAlive == KeepAlive::Yes && reply.delivery == Delivery::Whole && !reply.stream;
    if (!kept && framing.version >= 11)
        addField(head, "Connection", "close");
    if (kept && framing.version < 11)
        addField(head, "Connection", "keep-alive");
}

void addLength(std::string &head, const Reply &reply, const Framing &framing)
{
    if (!statusHasBody(reply.status))
        return;
    if (!reply.stream)
        addField(head, "Content-Length", std::to_string(bodySize(reply)));
    else if (framing.version >= 11)
        addField(head, "Transfer-Encoding", "chunked");
}

} // namespace

Reply plainReply(int status, std::string text)
{
    Reply reply;
    reply.status = status;
    reply.headers.set("Content-Type", "text/plain; charset=utf-8");
    reply.body = std::move(text);
    return reply;
}

std::uint64_t bodySize(const Reply &reply)
{
    return reply.file ? reply.file->length : reply.body.size();
}

bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string headOf(const Reply &reply, const Framing &framing)
{
    const auto reason =
        boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(reply.status));
    std::string head;
    head.reserve(256 + (reply.file ? 0 : reply.body.size()));
    head.append(framing.version >= 11 ? "HTTP/1.1 " : "HTTP/1.0 ").append(std::to_string(reply.status));
    head.append(" ").append(reason.data(), reason.size()).append("\r\n");
    for (const auto &[name, value] : reply.headers)
        addField(head, name, value);
    addLength(head, reply, framing);
    addConnection(head, reply, framing);
    return head.append("\r\n");
}

bool isUsual(const Reply &reply)
{
    return !reply.file && !reply.stream && !reply.upgrade && reply.delay.count() == 0
        && reply.delivery == Delivery::Whole;
}

std::string usualBytes(const Reply &reply, const Framing &framing)
{
    std::string bytes = headOf(reply, framing);
    if (framing.body == Body::Sent && statusHasBody(reply.status))
        bytes += reply.body;
    return bytes;
}

std::string chunk(std::string_view bytes)
{
    std::array<char, 16> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), bytes.size(), 16).ptr;
    std::string text;
    text.reserve(bytes.size() + size.size() + 4);
    text.append(size.data(), end).append("\r\n").append(bytes).append("\r\n");
    return text;
}

} // namespace lectern::http
