// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"

#include <QUuid>

#include <optional>

namespace lectern::store {

class Database;

/// A meeting as rows: its own and those of its children. Lines are made with it.
struct MeetingRecord
{
    school::Meeting meeting;
    /// Null: the reference that is stored stays.
    QUuid reference = {};
    /// Null: the fingerprint that is stored stays.
    QByteArray fingerprint = {};
    enum class Details { Fresh, Stale } details = Details::Stale;
};

/// Adds the meeting and answers its new id.
[[nodiscard]] Result<MeetingId> insertRecord(
    Database &database, const MeetingRecord &record, const QDateTime &now);
/// Writes the meeting over the row with its id.
[[nodiscard]] Result<void> updateRecord(
    Database &database, const MeetingRecord &record, const QDateTime &now);
[[nodiscard]] Result<std::optional<MeetingRecord>> findRecord(Database &database, MeetingId id);

[[nodiscard]] Result<void> saveRemote(Database &database, MeetingId id, const QByteArray &remote);

} // namespace lectern::store
