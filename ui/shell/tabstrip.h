// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QTabBar;

namespace lectern::ui {

/// The places of the program as text tabs on a surface between two hairlines.
class TabStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TabStrip(QWidget *parent = nullptr);

    void addTab(const QString &id, const QString &title);
    enum class Tab { Shown, Hidden };
    void setTab(const QString &id, Tab state);
    void setCurrent(const QString &id);
    QString current() const;
    /// The tabs that are shown, from left to right.
    QStringList shown() const;

Q_SIGNALS:
    void currentChanged(const QString &id);
    /// A click on the tab that is chosen already: back to its first page.
    void currentClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTabBar *m_bar;
    QStringList m_ids;
};

} // namespace lectern::ui
