// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace lectern::sync {

/// Sentences that more than one part of the engine needs.
/// What is cut short when the engine goes down.
[[nodiscard]] Error closing();
[[nodiscard]] Error unknownMeeting();
[[nodiscard]] Error unknownChange();
[[nodiscard]] Error notAtZoomYet();
[[nodiscard]] Error goneAtZoom();
[[nodiscard]] Error goneDate();
/// The keyring does not give the account's secret; `cause` is what it said.
[[nodiscard]] Error missingSecret(const Error &cause);
[[nodiscard]] Error refused(const QList<FieldError> &fields);

} // namespace lectern::sync
