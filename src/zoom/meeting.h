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

/// A row of a list of meetings or webinars. Lists carry no settings, status, passcode or occurrences.
struct MeetingSummary
{
    qint64 id = 0;
    QString uuid; ///< empty in the list of upcoming meetings
    QString hostId; ///< empty in the list of upcoming meetings
    OpenEnum<school::MeetingType> type;
    QString topic;
    QString agenda; ///< Zoom cuts it at 250 characters
    QDateTime start; ///< UTC; invalid for types without a fixed time
    std::chrono::minutes duration{0};
    QByteArray timeZone; ///< IANA
    QString joinUrl;
    QString personalMeetingId;
    QDateTime createdAt; ///< UTC
    QByteArray raw; ///< the object as Zoom sent it, without secrets
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
