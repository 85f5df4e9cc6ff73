// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/fonts.h"

#include "ui/style/tokens.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

/// What Qt names a font that nobody chose, in the size that it gives it.
const QString anyFamily = u"Sans Serif"_s;
constexpr double ownPointSize = 10;

double scaleOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Strong:
        return fontscale::body;
    case TextRole::Small:
    case TextRole::SmallStrong:
        return fontscale::small;
    case TextRole::Section:
        return fontscale::section;
    case TextRole::Headline:
        return fontscale::headline;
    case TextRole::Title:
        return fontscale::title;
    }
    return fontscale::body;
}

QFont::Weight weightOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Small:
        return QFont::Normal;
    case TextRole::Strong:
        return QFont::Medium;
    case TextRole::SmallStrong:
    case TextRole::Section:
        return QFont::DemiBold;
    case TextRole::Headline:
    case TextRole::Title:
        return QFont::Bold;
    }
    return QFont::Normal;
}

} // namespace

QFont applicationFont(const QFont &offered)
{
    const QString own = u"Inter"_s;
    if (offered.family() != anyFamily || !QFontDatabase::hasFamily(own))
        return offered;
    QFont font = offered;
    font.setFamily(own);
    font.setPointSizeF(ownPointSize);
    return font;
}

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * scaleOf(role));
    else
        font.setPixelSize(qRound(base.pixelSize() * scaleOf(role)));
    font.setWeight(weightOf(role));
    return font;
}

} // namespace lectern::ui
