// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace lectern::ui {

enum class Scheme { Light, Dark };

/// Every colour Lectern draws with. Text colours keep 4.5:1 on the surfaces they are meant for.
struct Colours
{
    QColor window; ///< behind everything
    QColor surface; ///< cards, tables, bars
    QColor control; ///< the face of a quiet button or a field
    QColor line; ///< hairlines between things
    QColor controlLine; ///< the edge of a field or a quiet button
    QColor outline; ///< what must be seen to be understood: check boxes, scroll handles (3:1)
    QColor text;
    QColor dim; ///< secondary facts
    QColor disabled;
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor accentSoft; ///< the chosen row, the accent chip
    QColor live;
    QColor liveSoft;
    QColor warning;
    QColor warningSoft;
    QColor hover; ///< under the pointer
    QColor pressed;
};

const Colours &colours(Scheme scheme);

/// Tells the scheme by the palette, so that a widget needs no other source: its window is dark or light.
Scheme schemeOf(const QPalette &palette);
const Colours &colours(const QPalette &palette);

QPalette paletteFor(Scheme scheme);
/// As paletteFor(), with a selection that rows can bear: soft, under ordinary text.
QPalette itemViewPalette(Scheme scheme);

/// Palette roles for what QPalette has no name for, so that labels follow a change of scheme by themselves.
inline constexpr QPalette::ColorRole DimRole = QPalette::PlaceholderText;
inline constexpr QPalette::ColorRole AccentRole = QPalette::Link;
inline constexpr QPalette::ColorRole ErrorRole = QPalette::BrightText;
inline constexpr QPalette::ColorRole WarningRole = QPalette::LinkVisited;

/// WCAG 2 contrast, 1 to 21.
double contrast(const QColor &one, const QColor &other);
QColor blend(const QColor &under, const QColor &over, double share);

/// Logical pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

namespace radius {
inline constexpr int control = 6;
inline constexpr int card = 8;
} // namespace radius

/// Relative to the system's font.
namespace fontscale {
inline constexpr double small = 0.9;
inline constexpr double body = 1.0;
inline constexpr double section = 1.05;
inline constexpr double headline = 1.4;
inline constexpr double title = 1.5;
} // namespace fontscale

/// The least height of a row of a list, in logical pixels.
inline constexpr int minimumRowHeight = 36;

} // namespace lectern::ui
