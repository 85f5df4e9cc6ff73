// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace lectern::ui {

class RowDelegate;
class RowFlash;

/// A list of breathing rows drawn by a RowDelegate. Enter or a double click opens a row (activated());
/// a single click does where setOpensOnClick was called. Space presses the row's button; the right arrow
/// moves to the button, where Enter presses it.
class RowListView : public QListView
{
    Q_OBJECT

public:
    enum class Frame {
        Card, ///< a surface with a hairline around it
        None ///< on the page itself, as a side list of courses is
    };

    enum class Height {
        Scrolls,
        UpToRows, ///< takes the room there is and scrolls, but ends with its last row
        FitsRows ///< as tall as its rows: for a short list on a page that scrolls as a whole
    };

    explicit RowListView(const QString &accessibleName, QWidget *parent = nullptr);

    void setRowDelegate(RowDelegate *delegate);
    void setFrame(Frame frame);
    void setHeightMode(Height height);
    void setOpensOnClick();

    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The light on rows that changed under the eyes.
    [[nodiscard]] const RowFlash &flash() const { return *m_flash; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool pressAction();
    void focusAction(const QModelIndex &index);
    void onRowsChanged();
    [[nodiscard]] int heightOfRows() const;

    RowDelegate *m_rows = nullptr;
    RowFlash *m_flash;
    Height m_height = Height::Scrolls;
};

} // namespace lectern::ui
