// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/buttonrole.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVariant>

namespace lectern::ui {

namespace {

constexpr auto roleProperty = "lecternButtonRole";
constexpr auto sizeProperty = "lecternButtonSize";

bool isDialogDefault(const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) && widget
        && qobject_cast<const QDialogButtonBox *>(widget->parentWidget());
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    if (role == ButtonRole::Link)
        button->setCursor(Qt::PointingHandCursor);
    if (button->testAttribute(Qt::WA_WState_Polished))
        button->style()->polish(button);
    button->updateGeometry();
    button->update();
}

void setButtonSize(QAbstractButton *button, ButtonSize size)
{
    button->setProperty(sizeProperty, static_cast<int>(size));
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QStyleOption &option, const QWidget *widget)
{
    const QVariant role = widget ? widget->property(roleProperty) : QVariant();
    if (role.isValid())
        return static_cast<ButtonRole>(role.toInt());
    return isDialogDefault(option, widget) ? ButtonRole::Primary : ButtonRole::Quiet;
}

ButtonSize buttonSize(const QWidget *widget)
{
    const QVariant size = widget ? widget->property(sizeProperty) : QVariant();
    return size.isValid() ? static_cast<ButtonSize>(size.toInt()) : ButtonSize::Normal;
}

} // namespace lectern::ui
