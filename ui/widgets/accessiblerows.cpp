// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessiblerows.h"

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

AccessibleRows::AccessibleRows(const RowDelegate &rows, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_rows(rows)
{ }

QVariant AccessibleRows::data(const QModelIndex &index, int role) const
{
    const QVariant own = QIdentityProxyModel::data(index, role);
    if (role != Qt::AccessibleTextRole || own.isValid() || !index.isValid())
        return own;
    return spoken(m_rows.content(index));
}

} // namespace lectern::ui
