// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

/// Between Beast and what handlers see.
namespace lectern::http {

using Message = boost::beast::http::request<boost::beast::http::string_body>;

/// The request once more as Beast has it, for those who go on with it in Beast.
[[nodiscard]] Message toMessage(const Request &request, unsigned version);

/// What a request that could not be read is answered; nothing where nobody waits for an answer.
[[nodiscard]] std::optional<Reply> replyToReadError(boost::beast::error_code error);

} // namespace lectern::http
