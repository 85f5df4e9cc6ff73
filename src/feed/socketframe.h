// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

namespace lectern::feed {

/// One text frame of Zoom's event connection: `{"module":…,"success":…,"content":…}`.
struct SocketFrame
{
    enum class Module {
        Unknown, ///< to be passed over
        BuildConnection, ///< the answer to connecting
        Heartbeat, ///< the answer to a heartbeat
        Message, ///< an event
    };
    enum class Outcome { Success, Failure };

    Module module = Module::Unknown;
    Outcome outcome = Outcome::Success;
    /// Of Message: the webhook document, taken out of the string that it is sent in. Else Zoom's words.
    QByteArray content = {};

    /// Zoom does not accept the token (any more): it says so in words only.
    [[nodiscard]] bool refusesToken() const;

    friend bool operator==(const SocketFrame &, const SocketFrame &) = default;
};

/// Protocol for what is no frame.
[[nodiscard]] Result<SocketFrame> decodeSocketFrame(const QByteArray &json);
[[nodiscard]] QByteArray heartbeatFrame();

} // namespace lectern::feed
