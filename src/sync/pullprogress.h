// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/person.h"
#include "sync/repositories.h"

#include <QList>
#include <QStringList>

namespace lectern::sync {

/// Which hosts a pull has finished, kept in the store from host to host.
class PullProgress
{
public:
    explicit PullProgress(Repositories &store);

    /// Begins a pull, or goes on with one that was interrupted. Answers the hosts that are left.
    [[nodiscard]] Result<QList<school::Host>> begin(const QList<school::Host> &hosts);
    [[nodiscard]] Result<void> hostDone(const QString &hostZoomUserId);
    /// All of it is done: forgets where it was, and keeps the moment.
    [[nodiscard]] Result<void> complete(const QDateTime &now);

    /// Of the last complete pull; invalid: never.
    [[nodiscard]] QDateTime completedAt() const;
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }

private:
    [[nodiscard]] Result<void> save();

    Repositories &m_store;
    QStringList m_finished;
    int m_done = 0;
    int m_total = 0;
};

} // namespace lectern::sync
