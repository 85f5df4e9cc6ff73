// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPointer>
#include <QString>
#include <QWidget>

class QAbstractItemView;
class QModelIndex;

namespace lectern::app {

/// What a person does with mouse and keyboard, done to real widgets by real events.
class Hands
{
public:
    /// The visible child of this name and type; null where there is none.
    template <typename Widget>
    [[nodiscard]] static Widget *find(const QWidget *parent, const QString &objectName)
    {
        if (!parent)
            return nullptr;
        for (Widget *widget : parent->findChildren<Widget *>(objectName)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// False when the widget is missing, hidden or disabled.
    static bool click(QWidget *widget);
    static bool clickRow(QAbstractItemView *view, const QModelIndex &index);
    /// Replaces the text of a field, key by key.
    static bool type(QWidget *field, const QString &text);
    static void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
};

} // namespace lectern::app
