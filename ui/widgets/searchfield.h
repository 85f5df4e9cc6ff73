// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace lectern::ui {

/// Where a person types to find: a glass, a clear button, and Ctrl+F shown while it is empty.
/// Escape empties it. The shell gives Ctrl+F to the visible page's field.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// The placeholder says what can be typed ("Find a course"), and is the accessible name.
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace lectern::ui
