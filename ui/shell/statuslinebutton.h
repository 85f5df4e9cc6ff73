// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace lectern::ui {

/// Small dim words that can be pressed; they grow clear under the pointer.
class StatusLineButton : public QPushButton
{
    Q_OBJECT

public:
    explicit StatusLineButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lectern::ui
