// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace lectern::store {

class Database;

/// Where the account's meetings carry their owner's tag, as the windows need it to count an agenda's room.
inline constexpr QStringView ownerTagPlaceKey = u"owner-tag.place";
inline constexpr QStringView ownerTagInTrackingField = u"tracking-field";
inline constexpr QStringView ownerTagInAgenda = u"agenda";

/// Where the sync engine is: small values under names of its own ("pull.cursor", "pull.finished-at").
class SyncStateRepository
{
public:
    explicit SyncStateRepository(Database &database);

    [[nodiscard]] Result<std::optional<QString>> value(const QString &key) const;
    [[nodiscard]] Result<void> set(const QString &key, const QString &value);
    [[nodiscard]] Result<void> remove(const QString &key);

    /// A moment in UTC; invalid when there is none.
    [[nodiscard]] Result<QDateTime> moment(const QString &key) const;
    [[nodiscard]] Result<void> setMoment(const QString &key, const QDateTime &moment);

private:
    Database &m_database;
};

} // namespace lectern::store
