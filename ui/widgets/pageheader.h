// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace lectern::ui {

class Chip;
class ElidedLabel;

/// The head of a page: its title, a dim line under it, chips beside it, and what can be done at the right.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    QString title() const;
    void setTitle(const QString &title);
    /// An empty subtitle takes no room.
    void setSubtitle(const QString &subtitle);
    void addChip(Chip *chip);
    /// From left to right; the primary one last.
    void addAction(QAbstractButton *button);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_titleRow;
    QHBoxLayout *m_actions;
};

} // namespace lectern::ui
