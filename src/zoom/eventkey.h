// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/event.h"

namespace lectern::zoom {

/// Event::key of an event whose other fields are filled: from its name, its moment and whom or what it is
/// about, and of one without a known shape from all it says.
[[nodiscard]] QString keyOf(const Event &event);

} // namespace lectern::zoom
