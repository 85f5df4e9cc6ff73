// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDial>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSlider>
#include <QStringList>
#include <QTabBar>
#include <QTextEdit>

namespace lectern::test {

/// A part that Qt makes itself inside a control, and speaks for.
inline bool isPartOfControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QHeaderView *>(widget)
        || widget->inherits("QLineEditIconButton") || widget->inherits("QComboBoxListView")
        || widget->inherits("QTableCornerButton") || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QTabBar *>(parent)
        || (parent && parent->inherits("QCalendarWidget"));
}

inline bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QSlider *>(widget) || qobject_cast<const QDial *>(widget)
        || qobject_cast<const QProgressBar *>(widget);
}

inline QString pathOf(const QWidget *widget)
{
    QStringList parts;
    for (; widget; widget = widget->parentWidget()) {
        const QString name = widget->objectName();
        const QString kind = QString::fromLatin1(widget->metaObject()->className());
        parts.prepend(name.isEmpty() ? kind : kind + QLatin1Char('#') + name);
    }
    return parts.join(QLatin1String(" / "));
}

/// The tabs of a bar speak for it.
inline bool speaksByItsTabs(QWidget *widget)
{
    const auto *bar = qobject_cast<QTabBar *>(widget);
    for (int tab = 0; bar && tab < bar->count(); ++tab) {
        if (bar->tabText(tab).isEmpty() && bar->accessibleTabName(tab).isEmpty())
            return false;
    }
    return bar && bar->count() > 0;
}

/// A link or button that was put away while it has nothing to say.
inline bool isPutAway(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->text().isEmpty() && button->isHidden()
        && button->testAttribute(Qt::WA_WState_ExplicitShowHide);
}

/// Every control in a window, shown or hidden, that a screen reader would have no name for: no accessible
/// name, no label whose buddy it is, no words of its own. Empty is what a test wants.
inline QStringList unnamedControls(QWidget *window)
{
    QStringList unnamed;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.prepend(window);
    for (QWidget *widget : std::as_const(widgets)) {
        if (!isControl(widget) || isPartOfControl(widget) || speaksByItsTabs(widget) || isPutAway(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            unnamed << pathOf(widget);
    }
    return unnamed;
}

} // namespace lectern::test
