// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace lectern::ui {

/// Words that do something: a button that looks like a link, reached by Tab and pressed with Space.
class LinkLabel : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace lectern::ui
