// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QSize>
#include <QStyleOption>

class QWidget;

namespace lectern::ui {

/// Sizes that grow with the font; logical pixels.
inline int controlHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 18;
}

inline int indicatorSize(const QFontMetrics &metrics)
{
    return qMax(16, metrics.height() - 1);
}

inline constexpr int fieldPadding = 10;
inline constexpr int chevronSpace = 26;
inline constexpr int buttonPadding = 15;
inline constexpr int largeButtonPadding = 22;
inline constexpr int scrollBarExtent = 12;

} // namespace lectern::ui
