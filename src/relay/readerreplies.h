// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "relay/access/accessdesk.h"
#include "relay/access/gate.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// The forms of what the relay answers to desktops.
namespace lectern::relay {

/// {"error": word, "message": …}: the word is for programs, the message for people.
[[nodiscard]] http::Reply refusal(int status, std::string_view word, std::string message);
[[nodiscard]] http::Reply refusal(Gate::Refusal reason);
/// A failure of the relay's own: 503, to be tried again.
[[nodiscard]] http::Reply refusal(const Error &error);

[[nodiscard]] http::Reply jsonReply(const nlohmann::json &body);
/// The same, or 304 where \a known (If-None-Match) is what the reply would be tagged with.
[[nodiscard]] http::Reply taggedReply(const nlohmann::json &body, std::optional<std::string_view> known);

[[nodiscard]] nlohmann::json toJson(const Grant &grant);
[[nodiscard]] nlohmann::json toJson(const Admission &admission);

/// Whether the sender of this Accept-Encoding takes gzip.
[[nodiscard]] bool takesGzip(std::optional<std::string_view> acceptEncoding);

} // namespace lectern::relay
