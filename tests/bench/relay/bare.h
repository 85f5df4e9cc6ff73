// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bench {

/// A server of Beast that answers 200 without looking, on one thread: the fastest a relay on Beast could be.
/// Prints
/// {"url": …} and serves until it is killed.
void serveBare();

} // namespace bench
