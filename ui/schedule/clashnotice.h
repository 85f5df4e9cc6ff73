// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clashfinder.h"
#include "ui/widgets/banner.h"

namespace lectern::ui {

/// Says that the host has another meeting then, and offers the next time that is free. Hidden while there is
/// no clash. It warns and forbids nothing.
class ClashNotice : public Banner
{
    Q_OBJECT

public:
    explicit ClashNotice(QWidget *parent = nullptr);

    /// `hostName` is empty when the host is the person themselves.
    void showAnswer(const models::ClashAnswer &answer, const QString &hostName, const QTimeZone &zone);

Q_SIGNALS:
    /// The way out was taken: this start (UTC).
    void freeStartChosen(const QDateTime &start);

private:
    [[nodiscard]] static QString lead(const models::ClashAnswer &answer, const QString &hostName);
    [[nodiscard]] QString details(const models::ClashAnswer &answer, const QTimeZone &zone) const;

    std::optional<QDateTime> m_freeStart;
};

} // namespace lectern::ui
