// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "school/owner.h"

#include <QList>
#include <QString>

namespace lectern::store {

class Database;

/// Somebody a meeting is for.
struct AudienceRow
{
    QString name;
    QString email;

    friend bool operator==(const AudienceRow &, const AudienceRow &) = default;
};

/// Whom a meeting is for, by name: so that those who did not come can be told from those who did.
class AudienceRepository
{
public:
    explicit AudienceRepository(Database &database);

    /// The learners enrolled in what owns the meeting, and who else has an approved registration; nobody for
    /// a meeting for all, where nobody is missed.
    [[nodiscard]] Result<QList<AudienceRow>> of(MeetingId meeting, int limit = 5000) const;

    /// The learners enrolled in what owns the meeting who have no registration for it, of whatever status,
    /// and are not its host; nobody where no course owns it.
    [[nodiscard]] Result<QList<AudienceRow>> unregistered(MeetingId meeting, int limit = 5000) const;

    /// How many learners are enrolled in the course, or in its session or group.
    [[nodiscard]] Result<int> learners(const school::CourseOwner &owner) const;

private:
    Database &m_database;
};

} // namespace lectern::store
