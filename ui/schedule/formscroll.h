// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace lectern::ui {

/// A form that is as tall as its contents wish and scrolls only where the screen ends. Turning the wheel
/// scrolls; it changes a field only when that field has the focus.
class FormScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormScroll(QWidget *form, QWidget *parent = nullptr);

    /// The height at which nothing of the form is hidden, at the present width.
    [[nodiscard]] int wishedHeight() const;
    /// A height that does not depend on the form; the window asks for wishedHeight().
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The form wants another height: something folded or unfolded.
    void wishChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void guardWheels();
};

} // namespace lectern::ui
