// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/incoming.h"

#include "http/outgoing.h"

#include <boost/beast/http/error.hpp>

namespace lectern::http {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

namespace {

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

} // namespace

Request toRequest(Message &message, const std::string &remoteAddress)
{
    const std::string_view target = view(message.target());
    const auto mark = target.find('?');
    Request request;
    request.method = view(message.method_string());
    request.path = target.substr(0, mark);
    request.rawQuery = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    request.query = Parameters::parse(request.rawQuery);
    for (const auto &field : message)
        request.headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
    request.body = std::move(message.body());
    request.remoteAddress = remoteAddress;
    return request;
}

std::optional<Reply> replyToReadError(beast::error_code error)
{
    if (error == bhttp::error::header_limit)
        return plainReply(431, "The request's header is too large.\n");
    if (error == bhttp::error::body_limit)
        return plainReply(413, "The request's body is too large.\n");
    if (error.category() == make_error_code(bhttp::error::bad_method).category()
        && error != bhttp::error::end_of_stream && error != bhttp::error::partial_message)
        return plainReply(400, "This is not an HTTP request.\n");
    return std::nullopt;
}

} // namespace lectern::http
