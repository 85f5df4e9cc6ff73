// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTreeView>

namespace lectern::ui {

class RowFlash;

/// How a column's text is set.
enum class ColumnLook {
    Plain,
    Strong, ///< the name of the row
    Dim, ///< a secondary fact
    Numeric ///< times and numbers: tabular figures
};

/// Lectern's table: rows that breathe, one hairline under each, no lines down; sorting by a click on a
/// head; a menu on the head shows and hides columns. Enter or a double click opens a row (activated());
/// Space presses the button of the row's current cell, or the row's only button. Cells with chips or a
/// button are drawn by a RowDelegate set with setItemDelegateForColumn().
class TableView : public QTreeView
{
    Q_OBJECT

public:
    explicit TableView(const QString &accessibleName, QWidget *parent = nullptr);

    void setColumnLook(int column, ColumnLook look);
    /// A column that the head's menu cannot hide.
    void setColumnFixed(int column);
    /// The column that takes the room the others leave, and gives it back: the topic, the name. It always
    /// has room for a few words; where the window has not, the table is scrolled sideways.
    void setStretchColumn(int column);
    /// Gives every other column the room its words need, for whoever calls it when rows have come. A column
    /// never gets narrower under the eyes, and one that a person has resized is left alone.
    void fitColumns();
    /// What headerStateChanged() gave in an earlier run, of this version or an older one; answers whether it
    /// fitted.
    bool restoreHeaderState(const QByteArray &state);

    void setModel(QAbstractItemModel *model) override;
    /// The light on rows that changed under the eyes.
    [[nodiscard]] const RowFlash &flash() const { return *m_flash; }

Q_SIGNALS:
    /// The widths, order, sorting or visibility of columns changed: to be kept by whoever keeps settings.
    void headerStateChanged(const QByteArray &state);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(
        QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint &position);
    void announceHeader();
    void onSectionResized(int column, int before, int now);
    [[nodiscard]] int wantedWidth(int column) const;
    void giveSpareRoom();
    bool pressAction(const QModelIndex &cell);
    bool pressRowAction();

    QList<int> m_fixed;
    QList<int> m_resized; ///< by the person
    int m_stretch = -1;
    bool m_isFitting = false;
    bool m_hasFitted = false;
    RowFlash *m_flash;
};

} // namespace lectern::ui
