// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "school/person.h"

namespace lectern::models {

/// The Zoom users who may host a meeting, by name.
class HostListModel : public RowTableModel<school::Host>
{
    Q_OBJECT

public:
    enum Column { Name, Email, ColumnCount };

    explicit HostListModel(StoreReader &reader, QObject *parent = nullptr);

    [[nodiscard]] int rowOf(const QString &zoomUserIdOrEmail) const;

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const school::Host &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const school::Host &row) const override;

private:
    LiveQuery<QList<school::Host>> m_hosts;
};

} // namespace lectern::models
