// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/glow.h"

#include "ui/style/tokens.h"

#include <QEasingCurve>
#include <QStyle>
#include <QWidget>

namespace lectern::ui {

namespace {

/// Long enough to be seen by who looked away for a moment.
constexpr qint64 holdMs = 400;
constexpr qint64 fadeMs = 1400;

} // namespace

double Glow::strength() const
{
    if (!m_since.isValid())
        return 0;
    const qint64 fading = m_since.elapsed() - holdMs;
    if (fading <= 0)
        return 1;
    if (fading >= fadeMs)
        return 0;
    const double done = static_cast<double>(fading) / static_cast<double>(fadeMs);
    return 1 - QEasingCurve(QEasingCurve::InOutQuad).valueForProgress(done);
}

QColor Glow::light(const QPalette &palette, double strength)
{
    QColor light = colours(palette).accentSoft;
    light.setAlphaF(static_cast<float>(strength));
    return light;
}

bool Glow::isWantedOn(const QWidget *widget)
{
    // Asked for no widget in particular: Qt's styles never animate a tree, which our tables are to them.
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace lectern::ui
