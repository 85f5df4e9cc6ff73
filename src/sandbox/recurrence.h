// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/moment.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::sandbox {

/// How many occurrences a series may have.
inline constexpr int mostOccurrences = 60;

/// The moments at which a series in Zoom's words ({type, repeat_interval, weekly_days, …}) that begins at
/// \a start takes place. The wall clock of \a zone stays the same on both sides of a change to or from
/// summer time. Months without the wanted day are skipped.
[[nodiscard]] std::vector<Moment> expandRecurrence(
    const nlohmann::json &recurrence, Moment start, std::string_view zone);

} // namespace lectern::sandbox
