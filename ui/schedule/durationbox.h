// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <chrono>
#include <optional>

namespace lectern::ui {

/// How long: the usual lengths to choose from, any other to be typed ("50", "1 h 15").
class DurationBox : public QComboBox
{
    Q_OBJECT

public:
    explicit DurationBox(QWidget *parent = nullptr);

    void setDuration(std::chrono::minutes duration);
    /// Nothing when what was typed is no length of time.
    [[nodiscard]] std::optional<std::chrono::minutes> duration() const;

Q_SIGNALS:
    void edited();

private:
    void settle();
};

} // namespace lectern::ui
