// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace lectern::store {

class Database;

/// Somebody who is not let in yet.
struct WaitingRow
{
    QString instanceUuid;
    /// Tells people apart, as Zoom does within an instance.
    QString key;
    enum class Place {
        WaitingRoom,
        Door, ///< the meeting has not started
    } place = Place::WaitingRoom;
    QString name;
    QString email; ///< empty when not known
    QDateTime since; ///< UTC
    QDateTime until; ///< UTC; invalid while waiting

    friend bool operator==(const WaitingRow &, const WaitingRow &) = default;
};

/// Who waits to be let into a meeting.
class WaitingRepository
{
public:
    explicit WaitingRepository(Database &database);

    /// Adds or updates by instance and key. The latest coming and the latest going count, in whichever order
    /// they are told.
    [[nodiscard]] Result<void> save(MeetingId meeting, const WaitingRow &row);
    /// This person is in, by e-mail or else by name. Inside the caller's transaction: everybody who comes in
    /// is looked for here, and hardly anybody waited.
    [[nodiscard]] Result<void> letIn(
        MeetingId meeting, const QString &name, const QString &email, const QDateTime &moment);
    /// The meeting is over: nobody waits who came before `moment`.
    [[nodiscard]] Result<void> close(MeetingId meeting, const QDateTime &moment);

    /// Those who wait now, the longest first.
    [[nodiscard]] Result<QList<WaitingRow>> list(MeetingId meeting, int limit = 300) const;
    [[nodiscard]] Result<int> count(MeetingId meeting) const;

private:
    Database &m_database;
};

} // namespace lectern::store
