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
    QDateTime joinedAt; ///< UTC; who came back under the same key: the last time
    QDateTime leftAt; ///< UTC; invalid while here
    enum class Role { Attendee, CoHost, Host } role = Role::Attendee;
    QDateTime roleSince = {}; ///< UTC; invalid: nobody told the role

    friend bool operator==(const ParticipantRow &, const ParticipantRow &) = default;
};

/// Who is, or was, in a live or past instance.
class ParticipantRepository
{
public:
    explicit ParticipantRepository(Database &database);

    /// Adds or updates by instance and key. The latest coming and the latest going count, in whichever order
    /// they are told: a join that is told after its leave does no harm.
    [[nodiscard]] Result<void> save(MeetingId meeting, const ParticipantRow &participant);
    /// The instance is over: everybody who came before `moment` and is still here left then.
    [[nodiscard]] Result<void> closeInstance(
        MeetingId meeting, const QString &instanceUuid, const QDateTime &moment);
    /// A new instance runs: nobody is in another one any more.
    [[nodiscard]] Result<void> closeOthers(
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
