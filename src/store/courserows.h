// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/course.h"

namespace lectern::store {

class Statement;

/// Reads rows of (id, code, title, origin), (id, code, title, first_day, last_day), (id, course_id,
/// session_id, code, title) and (person_id, course_id, session_id, group_id, role).
[[nodiscard]] school::Course readCourse(const Statement &row);
[[nodiscard]] school::Session readSession(const Statement &row);
[[nodiscard]] school::Group readGroup(const Statement &row);
[[nodiscard]] school::Enrolment readEnrolment(const Statement &row);

} // namespace lectern::store
