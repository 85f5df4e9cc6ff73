// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern::ui {

/// Whether a session bus runs already. Connecting without one would start a bus of our own, and wait for it.
[[nodiscard]] bool sessionBusRuns();

} // namespace lectern::ui
