// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern {

/// Makes the program's own files readable: `:/lectern.svg` (the application's icon), `:/lectern-symbolic.svg`
/// and the icon theme `lectern` under `:/icons`, which stands in for the names that the desktop's theme
/// does not have. A static library's resources are not registered by themselves, so call this once,
/// before the first icon is asked for. The icons are drawn in one dark colour; whoever shows them on a dark
/// ground tints them.
void initResources();

} // namespace lectern
