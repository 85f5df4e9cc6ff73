// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace lectern::store {

class Database;

/// What happened to a meeting, as one of Zoom's events told it.
struct ActivityRow
{
    MeetingId meeting; ///< 0 when it is not known here
    qint64 zoomId = 0;
    QString event; ///< Zoom's name: meeting.started
    QDateTime at; ///< UTC, Zoom's event_ts
    QString who; ///< name or e-mail of the operator or participant; may be empty
    QString subject; ///< what it was about, such as the file or the new topic; may be empty
    QByteArray raw; ///< the event as it came, tokens removed
    /// Equal for two deliveries of the same event.
    QString dedupeKey;
};

struct ActivityQuery
{
    std::optional<MeetingId> meeting;
    int limit = 200;
    int offset = 0;
};

class ActivityRepository
{
public:
    explicit ActivityRepository(Database &database);

    enum class Outcome { Added, SeenBefore };
    [[nodiscard]] Result<Outcome> append(const ActivityRow &activity);
    /// Those of the dedupe keys whose event was appended, and is still kept.
    [[nodiscard]] Result<QSet<QString>> known(const QStringList &dedupeKeys) const;
    /// Forgets all but the newest `kept`; answers how many went.
    [[nodiscard]] Result<int> prune(int kept);
    /// The latest first.
    [[nodiscard]] Result<QList<ActivityRow>> list(const ActivityQuery &query) const;
    [[nodiscard]] Result<int> count(const ActivityQuery &query) const;

private:
    Database &m_database;
};

} // namespace lectern::store
