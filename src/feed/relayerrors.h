// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/transport.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace lectern::feed {

/// The Error of a relay's answer that is one, or nothing when it means success. Unauthorized is only what the
/// relay itself says, in its own words: a 401 of something in between counts as Protocol.
[[nodiscard]] std::optional<Error> relayErrorOf(
    const zoom::Response &response, const QUrl &relay, const QString &operation, const QDateTime &now);

} // namespace lectern::feed
