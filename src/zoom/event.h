// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/eventmeeting.h"
#include "zoom/eventparticipant.h"
#include "zoom/eventrecording.h"
#include "zoom/eventregistration.h"
#include "zoom/eventuser.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <variant>

namespace lectern::zoom {

/// An event Lectern has no use for, or does not know yet: its name and the raw text are all there is.
struct OtherEvent
{
    qint64 meetingId = 0; ///< the object's number, where it has one
};

/// What happened at Zoom, as a webhook, the WebSocket or a relay tells it (reference, section 4). Events come
/// at least once, in any order, and perhaps late.
struct Event
{
    QString name; ///< meeting.started
    QDateTime at; ///< UTC, when it happened by Zoom's clock; invalid where Zoom did not tell
    QString accountId;
    QString operatorEmail; ///< who did it; empty where nobody did, or Zoom does not tell
    QString operatorId;
    std::variant<OtherEvent, MeetingEvent, ParticipantEvent, RegistrationEvent, RecordingEvent,
        RecordingBatchEvent, UserEvent>
        payload;
    /// The whole event without tokens, passcodes of recordings and personal links; members sorted, in one
    /// line.
    QByteArray raw;
    /// Equal for two deliveries of one event, whichever way they came and whatever a relay cut out: 22
    /// characters.
    QString key;
};

/// One event in JSON, up to maxBodySize bytes. What has the shape of an event and an unknown name is an
/// OtherEvent; a known one with a missing or mistyped field is a Protocol error naming its path.
[[nodiscard]] Result<Event> decodeEvent(const QByteArray &json);

} // namespace lectern::zoom
