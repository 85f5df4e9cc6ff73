// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintbuttons.h"

#include "ui/style/metrics.h"
#include "ui/style/painting.h"

#include <QIcon>
#include <QStyleOptionButton>
#include <QWidget>

namespace lectern::ui {

namespace {

struct Face
{
    QColor fill;
    QColor line;
};

Face primaryFace(QStyle::State state, const Colours &c)
{
    if (!(state & QStyle::State_Enabled))
        return {c.line, {}};
    if (state & (QStyle::State_Sunken | QStyle::State_On))
        return {c.accentPressed, {}};
    return {state & QStyle::State_MouseOver ? c.accentHover : c.accent, {}};
}

Face quietFace(QStyle::State state, const Colours &c)
{
    if (!(state & QStyle::State_Enabled))
        return {{}, c.line};
    if (state & (QStyle::State_Sunken | QStyle::State_On))
        return {c.pressed, c.controlLine};
    return {state & QStyle::State_MouseOver ? c.hover : c.control, c.controlLine};
}

Face linkFace(QStyle::State state, const Colours &c)
{
    return {state & QStyle::State_Sunken ? c.accentSoft : QColor(), {}};
}

Face faceOf(const ButtonFace &face, const Colours &c)
{
    if (face.role == ButtonRole::Primary)
        return primaryFace(face.state, c);
    return face.role == ButtonRole::Link ? linkFace(face.state, c) : quietFace(face.state, c);
}

bool showsFocus(QStyle::State state)
{
    return (state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange);
}

ButtonFace faceOf(const QStyleOption &option, const QWidget *widget)
{
    return {buttonRole(option, widget), option.state};
}

int paddingOf(const QStyleOption &option, const QWidget *widget)
{
    if (buttonRole(option, widget) == ButtonRole::Link)
        return 2;
    return buttonSize(widget) == ButtonSize::Large ? largeButtonPadding : buttonPadding;
}

int heightOf(const QStyleOption &option, const QWidget *widget)
{
    if (buttonRole(option, widget) == ButtonRole::Link)
        return option.fontMetrics.height() + space::s;
    return controlHeight(option.fontMetrics) + (buttonSize(widget) == ButtonSize::Large ? space::s : 0);
}

bool opensMenu(const QStyleOptionButton &option)
{
    return option.features.testFlag(QStyleOptionButton::HasMenu);
}

/// Icon and words side by side in the middle; returns the words' rectangle.
QRect placeIcon(QPainter *painter, const QStyleOptionButton &option, const QRect &rect, int textWidth)
{
    if (option.icon.isNull())
        return rect;
    const int gap = option.text.isEmpty() ? 0 : space::s;
    const int width = option.iconSize.width() + gap + textWidth;
    const int left = rect.center().x() - width / 2;
    const QRect place(left, rect.center().y() - option.iconSize.height() / 2, option.iconSize.width(),
        option.iconSize.height());
    const auto mode = option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    option.icon.paint(painter, QStyle::visualRect(option.direction, rect, place), Qt::AlignCenter, mode);
    const QRect words(place.right() + 1 + gap, rect.top(), textWidth, rect.height());
    return QStyle::visualRect(option.direction, rect, words);
}

void drawIndicatorBox(QPainter *painter, const QRectF &rect, qreal corner, const QStyleOption &option)
{
    const Colours &c = colours(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    if (filled)
        drawBox(painter, rect, corner, enabled ? (hover ? c.accentHover : c.accent) : c.line, {});
    else
        drawBox(painter, rect, corner, enabled ? c.control : QColor(), enabled ? c.outline : c.line);
}

} // namespace

void paintButtonFace(QPainter *painter, const QRectF &rect, const ButtonFace &face, const Colours &c)
{
    const Face drawn = faceOf(face, c);
    drawBox(painter, rect, radius::control, drawn.fill, drawn.line);
    if (!showsFocus(face.state))
        return;
    const bool filled = face.role == ButtonRole::Primary;
    if (filled)
        drawFocusRing(painter, rect.adjusted(2, 2, -2, -2), radius::control - 2, c.onAccent);
    else
        drawFocusRing(painter, rect, radius::control, c.accent);
}

QColor buttonTextColour(const ButtonFace &face, const Colours &c)
{
    if (!(face.state & QStyle::State_Enabled))
        return c.disabled;
    switch (face.role) {
    case ButtonRole::Primary:
        return c.onAccent;
    case ButtonRole::Link:
        return c.accent;
    case ButtonRole::Destructive:
        return c.live;
    case ButtonRole::Quiet:
        break;
    }
    return c.text;
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : space::s);
    if (opensMenu(option))
        width += space::l;
    return {width + 2 * paddingOf(option, widget), heightOf(option, widget)};
}

void paintPushButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colours &c = colours(option.palette);
    ButtonFace face = faceOf(option, widget);
    if (option.features.testFlag(QStyleOptionButton::Flat) && face.role == ButtonRole::Quiet
        && !(option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_HasFocus)))
        return;
    paintButtonFace(painter, option.rect, face, c);
}

void paintPushButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const PainterState state(painter);
    const ButtonFace face = faceOf(option, widget);
    const QColor colour = buttonTextColour(face, colours(option.palette));
    QRect rect = option.rect;
    if (opensMenu(option)) {
        const QRect chevron(rect.right() - paddingOf(option, widget) - 8, rect.top(), 10, rect.height());
        drawChevron(painter, QStyle::visualRect(option.direction, rect, chevron), Direction::Down, colour);
        const QRect rest = rect.adjusted(0, 0, -space::l, 0);
        rect = QStyle::visualRect(option.direction, rect, rest);
    }
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    rect = placeIcon(painter, option, rect, textWidth);
    QFont font = painter->font();
    font.setUnderline(face.role == ButtonRole::Link && (option.state & QStyle::State_MouseOver)
        && (option.state & QStyle::State_Enabled));
    painter->setFont(font);
    painter->setPen(colour);
    const bool mnemonics =
        widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
    painter->drawText(
        rect, Qt::AlignCenter | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), option.text);
}

void paintToolButtonPanel(QPainter *painter, const QStyleOption &option)
{
    const Colours &c = colours(option.palette);
    const bool autoRaise = option.state & QStyle::State_AutoRaise;
    ButtonFace face{ButtonRole::Quiet, option.state};
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    if (!autoRaise || (active && (option.state & QStyle::State_Enabled)))
        paintButtonFace(painter, option.rect, face, c);
    else if (showsFocus(option.state))
        drawFocusRing(painter, option.rect, radius::control, c.accent);
}

void paintCheckBox(QPainter *painter, const QStyleOption &option)
{
    const QRectF rect(option.rect);
    drawIndicatorBox(painter, rect, 4, option);
    const Colours &c = colours(option.palette);
    const QColor mark = option.state & QStyle::State_Enabled ? c.onAccent : c.surface;
    if (option.state & QStyle::State_NoChange)
        drawDash(painter, rect, mark);
    else if (option.state & QStyle::State_On)
        drawTick(painter, rect, mark);
}

void paintRadioButton(QPainter *painter, const QStyleOption &option)
{
    const QRectF rect(option.rect);
    drawIndicatorBox(painter, rect, rect.height() / 2, option);
    if (option.state & QStyle::State_On)
        drawDot(painter, rect.center(), rect.width() * 0.42, colours(option.palette).onAccent);
}

} // namespace lectern::ui
