// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/owner.h"

namespace lectern::school {

MeetingKind kindOf(const Owner &owner)
{
    if (std::holds_alternative<CourseOwner>(owner))
        return MeetingKind::Course;
    if (std::holds_alternative<PersonOwner>(owner))
        return MeetingKind::User;
    return MeetingKind::Global;
}

} // namespace lectern::school
