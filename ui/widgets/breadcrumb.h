// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace lectern::ui {

/// "Courses › BIO 1A › Photosynthesis I": links back to where one came from, the last one plain.
class Breadcrumb : public QWidget
{
    Q_OBJECT

public:
    explicit Breadcrumb(QWidget *parent = nullptr);

    void setTrail(const QStringList &trail);

Q_SIGNALS:
    /// The place in the trail of the link that was pressed.
    void crumbActivated(int position);

private:
    void addLink(const QString &text, int position);

    QHBoxLayout *m_row;
};

} // namespace lectern::ui
