// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace lectern::app {

/// Help, the version and the tour are had over ssh and in scripts too: where the session has no display, Qt
/// draws in memory for them instead of giving up. QT_QPA_PLATFORM, where it is set, decides. To be called
/// with main()'s arguments, before the application is made.
void goWithoutDisplay(std::span<const char *const> arguments);

} // namespace lectern::app
