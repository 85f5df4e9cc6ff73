// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/style/tokens.h"

#include <QApplication>
#include <QEvent>

namespace lectern::ui {

namespace {

QPalette::ColorRole roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Normal:
        return QPalette::WindowText;
    case Tone::Dim:
        return DimRole;
    case Tone::Accent:
        return AccentRole;
    case Tone::Warning:
        return WarningRole;
    case Tone::Error:
        return ErrorRole;
    }
    return QPalette::WindowText;
}

} // namespace

Label::Label(const QString &text, TextRole role, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTone(tone);
    applyFont();
}

void Label::setTextRole(TextRole role)
{
    m_role = role;
    applyFont();
}

void Label::setTone(Tone tone)
{
    ui::setTone(this, tone);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
    return QLabel::event(event);
}

void Label::applyFont()
{
    setFont(fontFor(m_role, QApplication::font(this)));
}

void setTone(QWidget *widget, Tone tone)
{
    widget->setForegroundRole(roleOf(tone));
}

} // namespace lectern::ui
