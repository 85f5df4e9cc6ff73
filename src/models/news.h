// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace lectern::models {

/// How rows come into a model.
enum class Arrival {
    Quiet, ///< asked for: a first load, a scroll, another filter
    News, ///< by themselves: something happened at the school
};

/// Named by dataChanged() when what changed is news, so that a view may draw the eye to it. It holds no data.
inline constexpr int NewsRole = Qt::UserRole + 0x4e;

} // namespace lectern::models
