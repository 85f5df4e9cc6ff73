// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../options.h"

namespace lectern::app {

/// Plays the main job in the real windows on a sandbox of its own: open, schedule for a course, start now,
/// edit, join as a learner, end, delete, go offline and come back. Tells each step as a numbered line, writes
/// a picture of each into Options::tourFolder, and checks its outcome in the window, in the store and at the
/// sandbox. Answers the exit status: 0 when every outcome was right.
[[nodiscard]] int runTour(const Options &options, const QString &profileFolder);

} // namespace lectern::app
