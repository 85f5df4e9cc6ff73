// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace lectern::ui {

enum class TextRole {
    Body,
    Strong, ///< body size, heavier: the name of a thing in a row
    Small,
    SmallStrong, ///< chips and column heads
    Section,
    Headline, ///< the title of a card
    Title
};

/// The font of the whole application: what the desktop offers. A desktop without a choice of its own makes Qt
/// ask for just any sans serif; then it is Inter, where that is installed.
QFont applicationFont(const QFont &offered);

/// The font of a role, relative to base (a widget's or the application's font).
QFont fontFor(TextRole role, const QFont &base);

} // namespace lectern::ui
