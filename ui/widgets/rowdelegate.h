// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowcontent.h"
#include "ui/widgets/rowlayout.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws rows that breathe: time, stripe, words, chips, a fact and one button. A subclass says what a row
/// shows by content(); the model need not know that widgets exist. Put it on a RowListView for whole rows,
/// or on a column of a TableView for a cell with chips or a button.
///
/// The button is pressed with the pointer, and by keyboard: Space on the row, or Enter once the right
/// arrow moved to it. Widths of the time and detail columns are the delegate's, so that rows align.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(QObject *parent = nullptr);

    /// Reads memory only; called for every paint.
    virtual RowContent content(const QModelIndex &index) const = 0;

    /// The widest time, detail and button to make room for, as text, so that columns align from row to row;
    /// set before the first paint.
    void setTimeSample(const QString &sample) { m_timeSample = sample; }
    void setDetailSample(const QString &sample) { m_detailSample = sample; }
    void setActionSample(const QString &sample) { m_actionSample = sample; }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the row's button is, for tests and tours; empty where it has none.
    QRect actionRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /// Runs the row's action, where it has one that is enabled.
    bool triggerAction(const QModelIndex &index);
    /// The row whose button, rather than whose words, has the keyboard's focus.
    void setFocusedAction(const QModelIndex &index) { m_focusedAction = index; }
    bool isActionFocused(const QModelIndex &index) const { return m_focusedAction == index; }

Q_SIGNALS:
    void actionTriggered(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    RowColumns columns(const QFont &font) const;
    RowLayout layout(const QStyleOptionViewItem &option, const RowContent &content) const;
    bool mouseEvent(QMouseEvent *event, const QRect &button, const QModelIndex &index);
    QStyle::State actionState(
        const QStyleOptionViewItem &option, const QModelIndex &index, const RowContent &content) const;

    QString m_timeSample;
    QString m_detailSample;
    QString m_actionSample;
    QPersistentModelIndex m_focusedAction;
    QPersistentModelIndex m_hoveredAction;
    QPersistentModelIndex m_pressedAction;
};

} // namespace lectern::ui
