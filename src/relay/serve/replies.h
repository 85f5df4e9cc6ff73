// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

namespace lectern::relay {

/// {"error":"WORD","message":"…"}: \a word for programs, \a message for people; neither with anything in it
/// that would need escaping.
[[nodiscard]] http::Reply errorReply(int status, const std::string &word, const std::string &message);
[[nodiscard]] http::Reply jsonReply(std::string json);
[[nodiscard]] http::Reply emptyReply(int status);

} // namespace lectern::relay
