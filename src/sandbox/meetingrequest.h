// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <vector>

/// Whether what somebody sends to make or change a meeting is acceptable.
namespace lectern::sandbox {

/// The field errors of a whole body (create) or a part of one (update); none if it is fine.
[[nodiscard]] std::vector<FieldError> checkMeetingBody(const json &body);
/// As above, and what only a create needs: a series its recurrence, a known type.
[[nodiscard]] std::vector<FieldError> checkNewMeeting(const json &body);
[[nodiscard]] std::vector<FieldError> checkNewWebinar(const json &body);

} // namespace lectern::sandbox
