// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/entry.h"

namespace lectern::school {

/// What a person may do to meetings; each with the reason when not.
struct Permission
{
    bool allowed = false;
    QString reason; ///< empty when allowed

    explicit operator bool() const { return allowed; }
};

enum class MeetingAction {
    Edit,
    End,
    Delete,
    SeeRegistrants,
    ManageRegistrants,
    SeeRecordings,
    CopyInvitation
};

[[nodiscard]] Permission mayDo(MeetingAction action, const Standing &standing);
/// Who may schedule: teachers and administrators; learners never.
[[nodiscard]] Permission maySchedule(Role role);
[[nodiscard]] Permission mayScheduleForOtherHosts(Role role);
[[nodiscard]] Permission maySeeAllMeetings(Role role);
[[nodiscard]] Permission mayEnableGlobalMeeting(Role role);

} // namespace lectern::school
