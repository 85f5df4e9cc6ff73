// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rows.h"
#include "sync/commands.h"

#include <QWidget>

class QGridLayout;

namespace lectern::ui {

/// What both sides changed differently, field by field, and the two ways out.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget *parent = nullptr);

    void setConflicts(const QList<store::ChangeRow::FieldConflict> &conflicts);

Q_SIGNALS:
    void resolved(lectern::sync::Resolution resolution);

private:
    void clear();
    void addRow(const QStringList &texts, const QFont &font);

    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace lectern::ui
