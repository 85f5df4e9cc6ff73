// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Text encodings and digests that a small HTTP server needs; all of them pure.
namespace lectern::http {

/// Replaces %XX by the byte; a malformed escape stays as it is. A plus sign stays a plus sign.
[[nodiscard]] std::string percentDecode(std::string_view text);
/// Escapes everything but RFC 3986 unreserved characters.
[[nodiscard]] std::string percentEncode(std::string_view text);

[[nodiscard]] std::string base64Encode(std::string_view bytes);
/// Nothing unless \a text is padded standard base64.
[[nodiscard]] std::optional<std::string> base64Decode(std::string_view text);
/// The URL-safe alphabet without padding.
[[nodiscard]] std::string base64UrlEncode(std::string_view bytes);
[[nodiscard]] std::optional<std::string> base64UrlDecode(std::string_view text);

/// 32 bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view bytes);
/// Lower-case hexadecimal.
[[nodiscard]] std::string hexEncode(std::string_view bytes);

/// Compares without telling by its duration where the difference is.
[[nodiscard]] bool equalInConstantTime(std::string_view left, std::string_view right);

} // namespace lectern::http
