// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"
#include "zoom/trackingfield.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace lectern::zoom {

/// The parts of a meeting's body that carry the owner, as they go to Zoom.
struct OwnerOnWire
{
    /// The whole agenda, with the tag if it is kept there; unset: not sent.
    std::optional<QString> agenda;
    /// Every tracking field the meeting is to have (Zoom may drop the others); empty: not sent.
    QList<TrackingValue> trackingFields;
};

/// The body of a create. The draft's own agenda is not sent: `owner.agenda` is. The times are given as local
/// time with the time zone, so that a series keeps its hour across changes of the clock.
[[nodiscard]] QByteArray encodeMeetingCreate(const school::MeetingDraft &draft, const OwnerOnWire &owner);

/// The body of an update: what the edit sets, of the settings those that differ from `before`; for a series a
/// change of time sends the whole recurrence with it. The edit's own owner and agenda are not sent:
/// `owner` is. "{}" when nothing is left to send.
[[nodiscard]] QByteArray encodeMeetingUpdate(
    const school::MeetingEdit &edit, const school::Meeting &before, const OwnerOnWire &owner);

/// The body of an update of one date of a series. Zoom takes the agenda, the time and a few settings; an edit
/// of anything else is Invalid, naming the fields. The agenda is `owner`'s here too.
[[nodiscard]] Result<QByteArray> encodeOccurrenceUpdate(
    const school::MeetingEdit &edit, const school::Meeting &before, const OwnerOnWire &owner);

} // namespace lectern::zoom
