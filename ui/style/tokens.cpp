// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tokens.h"

#include <algorithm>
#include <cmath>

namespace lectern::ui {

namespace {

Colours light()
{
    return {.window = QColor(0xF4F3F0),
        .surface = QColor(0xFFFFFF),
        .control = QColor(0xFFFFFF),
        .line = QColor(0xE2E0DA),
        .controlLine = QColor(0xD6D3CB),
        .outline = QColor(0x86847B),
        .text = QColor(0x1D1D1B),
        .dim = QColor(0x65635C),
        .disabled = QColor(0xA3A199),
        .accent = QColor(0x0F6B62),
        .accentHover = QColor(0x0C5B53),
        .accentPressed = QColor(0x094B45),
        .onAccent = QColor(0xFFFFFF),
        .accentSoft = QColor(0xE3F1EE),
        .live = QColor(0xB42318),
        .liveSoft = QColor(0xFDECEA),
        .warning = QColor(0x8A5300),
        .warningSoft = QColor(0xFFF3DC),
        .hover = QColor(0xF7F6F3),
        .pressed = QColor(0xECEAE5)};
}

Colours dark()
{
    return {.window = QColor(0x1A1A19),
        .surface = QColor(0x232322),
        .control = QColor(0x2A2A28),
        .line = QColor(0x3A3A37),
        .controlLine = QColor(0x474743),
        .outline = QColor(0x8A8880),
        .text = QColor(0xEDECE8),
        .dim = QColor(0xA5A39B),
        .disabled = QColor(0x6C6A64),
        .accent = QColor(0x3FB8A8),
        .accentHover = QColor(0x55C6B7),
        .accentPressed = QColor(0x6BD1C4),
        .onAccent = QColor(0x0B1F1C),
        .accentSoft = QColor(0x17322E),
        .live = QColor(0xFF8A7A),
        .liveSoft = QColor(0x3A201D),
        .warning = QColor(0xF0B35A),
        .warningSoft = QColor(0x362A14),
        .hover = QColor(0x2C2C2A),
        .pressed = QColor(0x343431)};
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

void setSurfaces(QPalette &palette, const Colours &c)
{
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.hover);
    palette.setColor(QPalette::Button, c.control);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.controlLine);
    palette.setColor(QPalette::Shadow, c.outline);
}

void setTexts(QPalette &palette, const Colours &c)
{
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, c.text);
        palette.setColor(QPalette::Disabled, role, c.disabled);
    }
    palette.setColor(DimRole, c.dim);
    palette.setColor(QPalette::Disabled, DimRole, c.disabled);
    palette.setColor(AccentRole, c.accent);
    palette.setColor(ErrorRole, c.live);
    palette.setColor(WarningRole, c.warning);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.dim);
}

} // namespace

const Colours &colours(Scheme scheme)
{
    static const Colours lightColours = light();
    static const Colours darkColours = dark();
    return scheme == Scheme::Dark ? darkColours : lightColours;
}

Scheme schemeOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return dark ? Scheme::Dark : Scheme::Light;
}

const Colours &colours(const QPalette &palette)
{
    return colours(schemeOf(palette));
}

QPalette paletteFor(Scheme scheme)
{
    QPalette palette;
    setSurfaces(palette, colours(scheme));
    setTexts(palette, colours(scheme));
    return palette;
}

QPalette itemViewPalette(Scheme scheme)
{
    QPalette palette = paletteFor(scheme);
    palette.setColor(QPalette::Highlight, colours(scheme).accentSoft);
    palette.setColor(QPalette::HighlightedText, colours(scheme).text);
    return palette;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor blend(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()), mix(under.blueF(), over.blueF()));
}

} // namespace lectern::ui
