// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

class QColor;
class QPalette;
class QWidget;

namespace lectern::ui {

/// The soft light on something that has just changed by itself: it is there at once and fades; nothing moves.
class Glow
{
public:
    void start() { m_since.start(); }
    /// 1 at the start, 0 when it is over, and before it has begun.
    [[nodiscard]] double strength() const;
    [[nodiscard]] bool isOver() const { return strength() <= 0; }

    /// As much light as is left, to be laid over the ground of what glows.
    [[nodiscard]] static QColor light(const QPalette &palette, double strength);
    /// Whether the person wants animations at all.
    [[nodiscard]] static bool isWantedOn(const QWidget *widget);

private:
    QElapsedTimer m_since;
};

} // namespace lectern::ui
