// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/meeting.h"

#include "zoom/schooljson.h"

#include <array>

namespace lectern::school {

namespace {

using zoom::EnumName;

constexpr std::array meetingTypes{EnumName{"1", MeetingType::Instant}, EnumName{"2", MeetingType::Scheduled},
    EnumName{"3", MeetingType::RecurringNoFixedTime}, EnumName{"4", MeetingType::PersonalRoom},
    EnumName{"5", MeetingType::Webinar}, EnumName{"6", MeetingType::RecurringWebinarNoFixedTime},
    EnumName{"8", MeetingType::Recurring}, EnumName{"9", MeetingType::RecurringWebinar},
    EnumName{"10", MeetingType::ScreenShareOnly}};

} // namespace

std::span<const EnumName<MeetingType>> enumNames(MeetingType)
{
    return meetingTypes;
}

} // namespace lectern::school

namespace lectern::zoom {

namespace {

void readStatus(const JsonObject &in, Meeting &out)
{
    QString status;
    in.optional("status", status);
    out.status = status == u"started" ? school::MeetingStatus::Started : school::MeetingStatus::Waiting;
}

void readTimes(const JsonObject &in, Meeting &out)
{
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("timezone", out.timeZone);
    in.optional("recurrence", out.recurrence);
    in.optional("occurrences", out.occurrences);
    in.optional("created_at", out.createdAt);
}

} // namespace

QString Meeting::trackingValue(QStringView field) const
{
    for (const TrackingValue &value : trackingFields) {
        if (value.field == field)
            return value.value;
    }
    return {};
}

void read(const JsonObject &in, MeetingSummary &out)
{
    in.required("id", out.id);
    in.required("type", out.type);
    in.required("topic", out.topic);
    in.optional("uuid", out.uuid);
    in.optional("host_id", out.hostId);
    in.optional("agenda", out.agenda);
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("timezone", out.timeZone);
    in.optional("join_url", out.joinUrl);
    in.optional("pmi", out.personalMeetingId);
    in.optional("created_at", out.createdAt);
    out.raw = in.raw();
}

void read(const JsonObject &in, Meeting &out)
{
    in.required("id", out.id);
    in.required("type", out.type);
    in.required("topic", out.topic);
    in.optional("uuid", out.uuid);
    in.optional("host_id", out.hostId);
    in.optional("host_email", out.hostEmail);
    in.optional("agenda", out.agenda);
    readTimes(in, out);
    readStatus(in, out);
    in.optional("join_url", out.joinUrl);
    in.optional("registration_url", out.registrationUrl);
    in.optional("password", out.passcode);
    in.optional("settings", out.settings);
    in.optional("tracking_fields", out.trackingFields);
    out.raw = in.raw();
}

Result<Meeting> decodeMeeting(const QByteArray &json)
{
    return decodeJson<Meeting>(json);
}

Result<Page<MeetingSummary>> decodeMeetingPage(const QByteArray &json)
{
    return decodePage<MeetingSummary>(json, "meetings");
}

Result<Page<MeetingSummary>> decodeWebinarPage(const QByteArray &json)
{
    return decodePage<MeetingSummary>(json, "webinars");
}

} // namespace lectern::zoom
