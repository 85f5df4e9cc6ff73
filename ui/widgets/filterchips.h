// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace lectern::ui {

/// Pills of which one is chosen: "Upcoming 14", "Past 31". Tab reaches the row, the arrows move within it.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(const QString &accessibleName, QWidget *parent = nullptr);

    /// The first one added is chosen.
    void addFilter(const QString &id, const QString &text);
    /// A negative count shows none.
    void setCount(const QString &id, int count);
    void setCurrent(const QString &id);
    QString current() const;

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    QString shownText(const QString &id, int count) const;

    QHBoxLayout *m_row;
    QButtonGroup *m_group;
    QHash<QString, QAbstractButton *> m_buttons;
    QHash<QString, QString> m_texts;
};

} // namespace lectern::ui
