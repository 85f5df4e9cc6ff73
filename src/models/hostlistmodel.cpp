// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostlistmodel.h"

#include "store/hostrepository.h"

namespace lectern::models {

HostListModel::HostListModel(StoreReader &reader, QObject *parent)
    : RowTableModel(parent)
    , m_hosts(reader, store::ChangeNotice::Hosts, [this](const Result<QList<school::Host>> &hosts) {
        if (!hosts) {
            Q_EMIT failed(hosts.error());
            return;
        }
        setRows(*hosts);
        Q_EMIT loaded();
    })
{
    m_hosts.ask([](store::Database &database) { return store::HostRepository(database).list({}); });
}

int HostListModel::rowOf(const QString &zoomUserIdOrEmail) const
{
    for (int line = 0; line < rowCount(); ++line) {
        const school::Host &host = rowAt(line);
        if (host.zoomUserId == zoomUserIdOrEmail
            || host.email.compare(zoomUserIdOrEmail, Qt::CaseInsensitive) == 0)
            return line;
    }
    return -1;
}

QString HostListModel::keyOf(const school::Host &row) const
{
    return row.zoomUserId;
}

QStringList HostListModel::columnTitles() const
{
    return {tr("Name"), tr("E-mail")};
}

QStringList HostListModel::textsOf(const school::Host &row) const
{
    return {row.name.isEmpty() ? row.email : row.name, row.email};
}

} // namespace lectern::models
