// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern::store {

/// SQL for who stands how to a meeting. Each takes the placeholder of the viewer's person id.

/// A query for the ids of all meetings in the viewer's own scope (see meetinglistrepository.h).
[[nodiscard]] QString ownMeetings(const QString &viewer);

/// True where enrolment `e` makes its person part of the audience of meeting `m`.
[[nodiscard]] QString learnsIn();
/// True where enrolment `e` makes its person a teacher of meeting `m`.
[[nodiscard]] QString teachesIn();

} // namespace lectern::store
