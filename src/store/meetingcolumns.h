// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

#include <optional>

namespace lectern::store {

class Statement;

/// How the parts of a meeting lie in columns. Each pair binds, or reads from `column` on, the columns of the
/// table `meetings` in the order in which the schema has them.

/// kind, course_id, session_id, group_id, owner_person_id.
void bindOwner(Statement &statement, const school::Owner &owner);
[[nodiscard]] school::Owner readOwner(const Statement &statement, int column);

/// approval to alternative_hosts: ten columns.
void bindSettings(Statement &statement, const school::MeetingSettings &settings);
[[nodiscard]] school::MeetingSettings readSettings(const Statement &statement, int column);

/// recurrence_unit to recurrence_until_ms: eight columns, all NULL without a recurrence.
void bindRecurrence(Statement &statement, const std::optional<school::Recurrence> &recurrence);
[[nodiscard]] std::optional<school::Recurrence> readRecurrence(const Statement &statement, int column);

/// Zoom's number as people type it: in one piece, and in the groups in which Zoom shows it (812 3456 7890).
[[nodiscard]] QStringList zoomNumberWords(qint64 zoomId);

} // namespace lectern::store
