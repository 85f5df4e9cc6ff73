// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace lectern::store {

class Database;

/// How far each stream of events was applied. Saved in the transaction that applied them, so that after a
/// crash none is lost and none counts twice.
class FeedPositionRepository
{
public:
    FeedPositionRepository(Database &database, const Clock &clock);

    /// Empty: nothing of this source was applied yet.
    [[nodiscard]] Result<QByteArray> position(const QString &source) const;
    [[nodiscard]] Result<void> save(const QString &source, const QByteArray &position);
    [[nodiscard]] Result<void> remove(const QString &source);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace lectern::store
