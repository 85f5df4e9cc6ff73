// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chippainting.h"

#include <QWidget>

namespace lectern::ui {

/// A state in a pill: "Live now", "not sent yet". Its words are its accessible name.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(ChipKind kind, const QString &text, QWidget *parent = nullptr);

    void setChip(ChipKind kind, const QString &text);
    ChipKind kind() const { return m_chip.kind; }
    QString text() const { return m_chip.text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipText m_chip;
};

} // namespace lectern::ui
