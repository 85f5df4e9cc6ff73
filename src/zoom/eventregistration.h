// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/eventmeeting.h"
#include "zoom/registrant.h"

#include <QStringList>

namespace lectern::zoom {

/// meeting.registration_* and webinar.registration_*.
struct RegistrationEvent
{
    enum class Action { Created, Approved, Cancelled, Denied };

    Action action = Action::Created;
    EventMeeting meeting;
    /// `status` is told by Created only; `joinUrl` by Created and Approved.
    Registrant registrant;
    QStringList occurrenceIds; ///< empty: the whole meeting
};

/// As readMeetingEvent().
[[nodiscard]] bool readRegistrationEvent(const JsonObject &payload, QStringView verb, RegistrationEvent &out);

} // namespace lectern::zoom
