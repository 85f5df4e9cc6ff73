// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>
#include <optional>

namespace lectern::ui {

/// What a person may write for a length of time: "45", "45 minutes", "1 h 30", "1:30", "1.5 h", "2 hours",
/// in the languages Lectern speaks. A bare number counts minutes. Nothing when it is none of these; a length
/// of nothing ("0") is a length.
[[nodiscard]] std::optional<std::chrono::minutes> parseDuration(QStringView text);

} // namespace lectern::ui
