// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/incoming.h"

#include "http/outgoing.h"

#include <boost/beast/http/error.hpp>

namespace lectern::http {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

Message toMessage(const Request &request, unsigned version)
{
    Message message;
    message.version(version);
    message.method_string(request.method);
    message.target(request.rawQuery.empty() ? request.path : request.path + '?' + request.rawQuery);
    for (const auto &[name, value] : request.headers)
        message.insert(name, value);
    message.body() = request.body;
    return message;
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
