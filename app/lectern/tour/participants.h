// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tourdriver.h"

namespace lectern::app::tour {

/// The page that is open has a list of participants, to be seen or not.
[[nodiscard]] bool hasParticipants(const TourDriver &tour);
/// The page that is open lists somebody of this name as being in the meeting.
[[nodiscard]] bool isAmongParticipants(const TourDriver &tour, const QString &name);

} // namespace lectern::app::tour
