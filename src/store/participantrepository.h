// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace lectern::store {

class Database;

/// One stay of one person in one instance of a meeting.
struct ParticipantRow
{
    QString instanceUuid;
    /// Tells stays apart: Zoom's participant id of this stay, or what the caller builds from name and time.
    QString key;
    QString name;
    QString email; ///< empty when not signed in
    QDateTime joinedAt; ///< UTC
    QDateTime leftAt; ///< UTC; invalid while here
};

/// Who is, or was, in a live or past instance.
class ParticipantRepository
{
public:
    explicit ParticipantRepository(Database &database);

    /// Adds or updates by instance and key; an end once known is not erased, so that a join which comes after
    /// its leave does no harm.
    [[nodiscard]] Result<void> save(MeetingId meeting, const ParticipantRow &participant);
    /// The instance is over: everybody still here left at `moment`.
    [[nodiscard]] Result<void> closeInstance(
        MeetingId meeting, const QString &instanceUuid, const QDateTime &moment);
    /// Zoom's whole list for an instance.
    [[nodiscard]] Result<void> replace(
        MeetingId meeting, const QString &instanceUuid, const QList<ParticipantRow> &participants);

    /// By joinedAt; of all instances when the UUID is empty.
    [[nodiscard]] Result<QList<ParticipantRow>> list(
        MeetingId meeting, const QString &instanceUuid = {}, int limit = 500, int offset = 0) const;
    /// People, not stays: somebody who came back counts once.
    [[nodiscard]] Result<int> countHere(MeetingId meeting) const;

private:
    Database &m_database;
};

} // namespace lectern::store
