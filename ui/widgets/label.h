// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/fonts.h"

#include <QLabel>

namespace lectern::ui {

enum class Tone { Normal, Dim, Accent, Warning, Error };

/// A label in one of the roles of the type scale; follows the system's font and the scheme as they change.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text, TextRole role = TextRole::Body, Tone tone = Tone::Normal,
        QWidget *parent = nullptr);

    void setTextRole(TextRole role);
    void setTone(Tone tone);

protected:
    bool event(QEvent *event) override;

private:
    void applyFont();

    TextRole m_role;
};

/// Gives any label a tone, without its being a Label.
void setTone(QWidget *widget, Tone tone);

} // namespace lectern::ui
