// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QStyleOption;
class QWidget;

namespace lectern::ui {

enum class ButtonRole {
    Quiet, ///< what a button is unless told otherwise
    Primary, ///< filled; one a screen
    Link, ///< words only, in the accent colour
    Destructive ///< quiet, with its words in red
};

enum class ButtonSize {
    Normal,
    Large ///< what a person came for
};

void setButtonRole(QAbstractButton *button, ButtonRole role);
void setButtonSize(QAbstractButton *button, ButtonSize size);

/// The role set; a dialog's default button counts as Primary unless a role was set.
ButtonRole buttonRole(const QStyleOption &option, const QWidget *widget);
ButtonSize buttonSize(const QWidget *widget);

} // namespace lectern::ui
