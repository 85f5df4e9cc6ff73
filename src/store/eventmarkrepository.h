// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/meetingfield.h"

#include <QDateTime>
#include <QString>

namespace lectern::store {

class Database;

/// When each part of something was last told of by an event, by Zoom's clock. Events come in any order: one
/// that is older than its mark has nothing to say any more.
class EventMarkRepository
{
public:
    explicit EventMarkRepository(Database &database);

    /// Moves the mark to `at`; false, and nothing moves, when it is later already. A mark of the same moment
    /// counts as not later.
    [[nodiscard]] Result<bool> advance(const QString &subject, int part, const QDateTime &at);
    /// The same for fields of the meeting with this number of Zoom's: answers those that moved.
    [[nodiscard]] Result<MeetingFields> advance(qint64 zoomId, MeetingFields fields, const QDateTime &at);
    /// Invalid: no event told of it.
    [[nodiscard]] Result<QDateTime> mark(const QString &subject, int part) const;
    [[nodiscard]] Result<QDateTime> mark(qint64 zoomId, MeetingField field) const;
    /// Forgets marks before `moment`; no event older than that comes any more.
    [[nodiscard]] Result<int> forgetBefore(const QDateTime &moment);

private:
    Database &m_database;
};

} // namespace lectern::store
