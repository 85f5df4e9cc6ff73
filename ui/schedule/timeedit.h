// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeEdit>

namespace lectern::ui {

/// A time as the locale writes it; the arrows move minutes in steps of five, over the hour as well.
class TimeEdit : public QTimeEdit
{
    Q_OBJECT

public:
    explicit TimeEdit(QWidget *parent = nullptr);

    void stepBy(int steps) override;
};

} // namespace lectern::ui
