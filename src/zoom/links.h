// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace lectern::zoom {

/// The `zoommtg:` form of a join link, which opens Zoom's program directly. Nothing where it has none: the
/// host is not one of Zoom's (the demo), a personal link (`/my/`), a registration page. Then the web link is
/// opened. `displayName` may be empty.
[[nodiscard]] std::optional<QUrl> joinInApp(const QUrl &joinUrl, const QString &displayName);

/// The same for a start link. The result makes its holder the host: open it, keep it nowhere.
[[nodiscard]] std::optional<QUrl> startInApp(const QUrl &startUrl);

} // namespace lectern::zoom
