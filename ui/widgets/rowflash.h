// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/glow.h"

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>

class QAbstractItemModel;
class QAbstractItemView;
class QPainter;

namespace lectern::ui {

/// Lets the rows of a view glow when they change under the eyes: for what the model calls news
/// (models::NewsRole), in rows that can be seen, and only where the person wants animations.
class RowFlash : public QObject
{
    Q_OBJECT

public:
    explicit RowFlash(QAbstractItemView *view);

    void follow(QAbstractItemModel *model);

    /// Lays the light under the rows; called by the view before it paints them.
    void paint(QPainter *painter) const;
    /// Of the row of this index: 0 where nothing happened.
    [[nodiscard]] double strength(const QModelIndex &index) const;

private:
    struct Row
    {
        QPersistentModelIndex index;
        Glow glow;
    };

    void onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void light(const QModelIndex &row);
    void tick();
    [[nodiscard]] QRect rectOf(const QModelIndex &row) const;

    QAbstractItemView *m_view;
    QList<Row> m_rows;
    QTimer m_timer;
};

} // namespace lectern::ui
