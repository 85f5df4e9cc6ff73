// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"

#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws the ordinary cells of a TableView by the look of their column.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColumnLook(int column, ColumnLook look) { m_looks.insert(column, look); }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Words that were cut are told whole.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    ColumnLook lookOf(const QModelIndex &index) const
    {
        return m_looks.value(index.column(), ColumnLook::Plain);
    }
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, ColumnLook look) const;

    QHash<int, ColumnLook> m_looks;
};

} // namespace lectern::ui
