// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace lectern::ui {

/// Facts in two columns: a dim name, and a value that can be selected and copied.
class KeyValueList : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString name;
        QString value;
    };

    explicit KeyValueList(QWidget *parent = nullptr);

    /// Replaces everything.
    void setRows(const QList<Row> &rows);
    void addRow(const Row &row);
    /// A row whose value is a control; the name becomes its label.
    void addControl(const QString &name, QWidget *control);
    void clear();

private:
    void place(const QString &name, QWidget *value, Qt::Alignment alignment);

    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace lectern::ui
