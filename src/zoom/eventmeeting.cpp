// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventmeeting.h"

#include "zoom/eventjson.h"
#include "zoom/schooljson.h"

#include <array>

namespace lectern::zoom {

namespace {

using Action = MeetingEvent::Action;

constexpr std::array actions{EnumName{"created", Action::Created}, EnumName{"updated", Action::Updated},
    EnumName{"deleted", Action::Deleted}, EnumName{"permanently_deleted", Action::PermanentlyDeleted},
    EnumName{"recovered", Action::Recovered}, EnumName{"started", Action::Started},
    EnumName{"ended", Action::Ended}, EnumName{"converted_to_webinar", Action::ConvertedToWebinar},
    EnumName{"converted_to_meeting", Action::ConvertedToMeeting}};

/// Its `id` is the only member that every event has.
struct SaidMeeting
{
    Meeting meeting;
    QByteArrayList told;
    QDateTime endedAt;
};

void readTexts(const JsonObject &in, Meeting &out)
{
    in.required("id", out.id);
    in.optional("uuid", out.uuid);
    in.optional("host_id", out.hostId);
    in.optional("type", out.type);
    in.optional("topic", out.topic);
    in.optional("agenda", out.agenda);
    in.optional("join_url", out.joinUrl);
    in.optional("registration_url", out.registrationUrl);
    in.optional("password", out.passcode);
}

void readTimes(const JsonObject &in, Meeting &out)
{
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("timezone", out.timeZone);
    in.optional("occurrences", out.occurrences);
    // What an update changed of a recurrence may be a part of it, or nothing; the whole is read by REST then.
    const nlohmann::json *recurrence = in.find("recurrence");
    if (recurrence && recurrence->is_object() && recurrence->contains("type"))
        in.optional("recurrence", out.recurrence);
}

void noteNames(const nlohmann::json &object, const QByteArray &prefix, QByteArrayList &told)
{
    for (const auto &[name, value] : object.items()) {
        if (!value.is_null())
            told.append(prefix + QByteArray::fromStdString(name));
    }
}

void read(const JsonObject &in, SaidMeeting &out)
{
    readTexts(in, out.meeting);
    readTimes(in, out.meeting);
    in.optional("settings", out.meeting.settings);
    in.optional("tracking_fields", out.meeting.trackingFields);
    in.optional("end_time", out.endedAt);
    out.meeting.raw = in.raw();
    noteNames(in.value().json(), {}, out.told);
    const nlohmann::json *settings = in.find("settings");
    if (settings && settings->is_object())
        noteNames(*settings, "settings.", out.told);
}

/// Updates say `scope`, the others `operation`.
MeetingEvent::Scope scopeOf(const JsonObject &payload)
{
    QString scope;
    payload.optional("operation", scope);
    payload.optional("scope", scope);
    return scope == u"single" ? MeetingEvent::Scope::Single : MeetingEvent::Scope::All;
}

} // namespace

bool MeetingEvent::tells(QByteArrayView member) const
{
    for (const QByteArray &name : told) {
        if (name == member)
            return true;
    }
    return false;
}

void read(const JsonObject &in, EventMeeting &out)
{
    in.required("id", out.id);
    in.optional("uuid", out.uuid);
    in.optional("host_id", out.hostId);
    in.optional("type", out.type);
    in.optional("topic", out.topic);
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("timezone", out.timeZone);
}

bool readMeetingEvent(const JsonObject &payload, QStringView verb, MeetingEvent &out)
{
    const Action *action = actionNamed<Action>(actions, verb);
    if (!action)
        return false;
    out.action = *action;
    out.scope = scopeOf(payload);
    SaidMeeting said;
    readObject(payload, said);
    out.meeting = std::move(said.meeting);
    out.told = std::move(said.told);
    out.endedAt = said.endedAt;
    return true;
}

} // namespace lectern::zoom
