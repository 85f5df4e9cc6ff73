// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/fonts.h"

#include "ui/style/tokens.h"

namespace lectern::ui {

namespace {

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
