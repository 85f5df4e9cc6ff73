// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern::app {

/// Drops what Qt says about running without a display, which nobody can act on; everything else goes on to
/// the handler installed before. To be called before the log is redacted.
void silencePlatformNoise();

} // namespace lectern::app
