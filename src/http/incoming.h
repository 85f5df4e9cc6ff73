// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

/// What Beast has read, as handlers see it.
namespace lectern::http {

using Message = boost::beast::http::request<boost::beast::http::string_body>;

/// Takes the body out of \a message.
[[nodiscard]] Request toRequest(Message &message, const std::string &remoteAddress);

/// What a request that could not be read is answered; nothing where nobody waits for an answer.
[[nodiscard]] std::optional<Reply> replyToReadError(boost::beast::error_code error);

} // namespace lectern::http
