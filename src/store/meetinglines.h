// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"

#include <limits>

namespace lectern::store {

class Database;

/// The start and end of a line without a fixed time: after every other.
inline constexpr qint64 noTime = std::numeric_limits<qint64>::max();
/// A line is taken to last no longer than this, so that "what overlaps a period" is a range of starts.
inline constexpr std::chrono::milliseconds longestLine = std::chrono::hours{24};

/// Makes the meeting's lines anew. `now` tells which date of a started series is the running one when
/// startedAt does not.
[[nodiscard]] Result<void> replaceLines(
    Database &database, const school::Meeting &meeting, const QDateTime &now);
/// The same for a meeting that has none yet.
[[nodiscard]] Result<void> addLines(Database &database, const school::Meeting &meeting, const QDateTime &now);

/// Brings what lines and search words copied from a course, a host or the registrants up to date.
[[nodiscard]] Result<void> refreshCourseCopies(Database &database, CourseId course);
[[nodiscard]] Result<void> refreshHostCopies(Database &database, const QString &hostZoomUserId);
[[nodiscard]] Result<void> refreshRegistrantCount(Database &database, MeetingId meeting);

} // namespace lectern::store
