// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

/// How replies look on the wire.
namespace lectern::http {

enum class KeepAlive { No, Yes };
enum class Body { Sent, LeftOut };

/// What the request decides about the reply's frame.
struct Framing
{
    unsigned version = 11; ///< 10 or 11
    KeepAlive keepAlive = KeepAlive::No;
    Body body = Body::Sent;
};

[[nodiscard]] Reply plainReply(int status, std::string text);

[[nodiscard]] std::uint64_t bodySize(const Reply &reply);
[[nodiscard]] bool statusHasBody(int status);

/// The status line and all header fields, with the empty line. A field with a line break in it is left out.
[[nodiscard]] std::string headOf(const Reply &reply, const Framing &framing);

/// Whether all there is to do is to send usualBytes(): the status and a body, at once.
[[nodiscard]] bool isUsual(const Reply &reply);
[[nodiscard]] std::string usualBytes(const Reply &reply, const Framing &framing);

/// \a bytes, which are not empty, as one chunk of a chunked body.
[[nodiscard]] std::string chunk(std::string_view bytes);

} // namespace lectern::http
