// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"
#include "zoom/openenum.h"
#include "zoom/page.h"
#include "zoom/trackingfield.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace lectern::zoom {

class JsonObject;

/// Zoom shows no more of an agenda in its lists, in characters; QString counts some of them as two.
inline constexpr qsizetype listedAgendaLength = 250;

/// A row of a list of meetings or webinars. Lists carry no settings, status, passcode or occurrences.
struct MeetingSummary
{
    qint64 id = 0;
    QString uuid; ///< empty in the list of upcoming meetings
    QString hostId; ///< empty in the list of upcoming meetings
    OpenEnum<school::MeetingType> type;
    QString topic;
    /// May be cut, and with it the owner tag at its end. See isAgendaCut().
    QString agenda;
    QDateTime start; ///< UTC; invalid for types without a fixed time
    std::chrono::minutes duration{0};
    QByteArray timeZone; ///< IANA
    QString joinUrl;
    QString personalMeetingId;
    QDateTime createdAt; ///< UTC
    QByteArray raw; ///< the object as Zoom sent it, without secrets

    /// Whether the agenda may go on: then no tag in it means that the owner is unknown, not that there is
    /// none, and only the meeting in detail can tell.
    [[nodiscard]] bool isAgendaCut() const { return agenda.size() >= listedAgendaLength; }
};

/// A meeting or webinar in detail. The start link is not here: see MeetingsApi::startUrl().
struct Meeting
{
    qint64 id = 0;
    QString uuid; ///< of the latest instance
    QString hostId;
    QString hostEmail;
    OpenEnum<school::MeetingType> type;
    QString topic;
    QString agenda; ///< with the owner tag, if it is kept there
    QDateTime start; ///< UTC; invalid for types without a fixed time
    std::chrono::minutes duration{0};
    QByteArray timeZone; ///< IANA
    /// Started while it runs, else Waiting.
    school::MeetingStatus status = school::MeetingStatus::Waiting;
    QString joinUrl;
    QString registrationUrl;
    QString passcode;
    school::MeetingSettings settings;
    std::optional<school::Recurrence> recurrence;
    QList<school::Occurrence> occurrences;
    /// All of them, not only Lectern's.
    QList<TrackingValue> trackingFields;
    QDateTime createdAt; ///< UTC
    QByteArray raw; ///< the object as Zoom sent it, without secrets

    /// The value of the named tracking field; empty when there is none.
    [[nodiscard]] QString trackingValue(QStringView field) const;
};

void read(const JsonObject &in, MeetingSummary &out);
void read(const JsonObject &in, Meeting &out);
[[nodiscard]] Result<Meeting> decodeMeeting(const QByteArray &json);
[[nodiscard]] Result<Page<MeetingSummary>> decodeMeetingPage(const QByteArray &json);
[[nodiscard]] Result<Page<MeetingSummary>> decodeWebinarPage(const QByteArray &json);

} // namespace lectern::zoom
