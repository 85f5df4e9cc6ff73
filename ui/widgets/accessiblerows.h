// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace lectern::ui {

class RowDelegate;

/// Answers Qt::AccessibleTextRole with what the delegate shows, for models that do not answer it themselves.
class AccessibleRows : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit AccessibleRows(const RowDelegate &rows, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const RowDelegate &m_rows;
};

} // namespace lectern::ui
