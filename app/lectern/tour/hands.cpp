// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace lectern::app {

namespace {

void clickAt(QWidget *widget, const QPoint &position)
{
    const QPointF local(position);
    const QPointF global(widget->mapToGlobal(position));
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const Qt::MouseButtons held =
            type == QEvent::MouseButtonPress ? Qt::MouseButtons(Qt::LeftButton) : Qt::MouseButtons();
        QMouseEvent event(type, local, global, Qt::LeftButton, held, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

bool Hands::click(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    clickAt(widget, widget->rect().center());
    return true;
}

bool Hands::clickRow(QAbstractItemView *view, const QModelIndex &index)
{
    if (!view || !index.isValid())
        return false;
    view->scrollTo(index);
    clickAt(view->viewport(), view->visualRect(index).center());
    return true;
}

bool Hands::type(QWidget *field, const QString &text)
{
    if (!field || !field->isVisible() || !field->isEnabled())
        return false;
    field->setFocus();
    press(field, Qt::Key_A, Qt::ControlModifier);
    for (const QChar character : text) {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, 0, Qt::NoModifier, QString(character));
            QApplication::sendEvent(field, &event);
        }
    }
    return true;
}

void Hands::press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace lectern::app
