// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/meeting.h"

#include <QByteArrayList>
#include <QDateTime>

namespace lectern::zoom {

class JsonObject;

/// The meeting or webinar an event is about. Zoom gives the number as text in live events.
struct EventMeeting
{
    qint64 id = 0;
    QString uuid; ///< of the instance
    QString hostId;
    OpenEnum<school::MeetingType> type;
    QString topic;
    QDateTime start; ///< UTC; of a live event, when it really started
    std::chrono::minutes duration{0};
    QByteArray timeZone; ///< IANA; may be empty
};

/// meeting.* and webinar.*: of the meeting itself.
struct MeetingEvent
{
    enum class Action {
        Created,
        Updated,
        Deleted,
        PermanentlyDeleted,
        Recovered,
        Started,
        Ended,
        ConvertedToWebinar,
        ConvertedToMeeting,
    };

    Action action = Action::Updated;
    /// Of a series: all of it, or the dates that are listed.
    enum class Scope { All, Single } scope = Scope::All;
    /// What the event said of the meeting; what it did not say has no meaning here. See `told`.
    Meeting meeting;
    /// Zoom's names of the members that it said: `topic`, `start_time`, `settings.waiting_room`.
    QByteArrayList told;
    QDateTime endedAt; ///< UTC, of Ended

    [[nodiscard]] bool tells(QByteArrayView member) const;
};

void read(const JsonObject &in, EventMeeting &out);
/// The payload of an event named `meeting.` or `webinar.` and `verb`; false when that is none of these.
[[nodiscard]] bool readMeetingEvent(const JsonObject &payload, QStringView verb, MeetingEvent &out);

} // namespace lectern::zoom
