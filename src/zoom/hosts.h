// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace lectern::zoom {

/// This computer: localhost, 127.0.0.0/8 or ::1.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// zoom.us, zoom.com, zoomgov.com or a host below one of them.
[[nodiscard]] bool isZoomHost(const QUrl &url);

/// https, or http to this computer.
[[nodiscard]] bool isSecureEnough(const QUrl &url);

/// The same scheme, host and port.
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace lectern::zoom
