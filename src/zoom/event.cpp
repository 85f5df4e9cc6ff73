// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/event.h"

#include "zoom/eventjson.h"
#include "zoom/eventkey.h"

#include <array>

namespace lectern::zoom {

namespace {

/// Reads the payload when it is of this family.
template <typename Payload, bool (*readPayload)(const JsonObject &, QStringView, Payload &)>
bool readInto(const JsonObject &payload, QStringView verb, Event &out)
{
    Payload read;
    if (!readPayload(payload, verb, read))
        return false;
    out.payload = std::move(read);
    return true;
}

struct Family
{
    QLatin1StringView subject;
    bool (*read)(const JsonObject &payload, QStringView verb, Event &out);
};

constexpr auto meetings = readInto<MeetingEvent, readMeetingEvent>;
constexpr auto participants = readInto<ParticipantEvent, readParticipantEvent>;
constexpr auto registrations = readInto<RegistrationEvent, readRegistrationEvent>;

/// Names are a subject and a verb: `webinar.started`.
constexpr std::array families{Family{QLatin1StringView("meeting"), participants},
    Family{QLatin1StringView("meeting"), meetings}, Family{QLatin1StringView("meeting"), registrations},
    Family{QLatin1StringView("webinar"), participants}, Family{QLatin1StringView("webinar"), meetings},
    Family{QLatin1StringView("webinar"), registrations},
    Family{QLatin1StringView("recording"), readInto<RecordingEvent, readRecordingEvent>},
    Family{QLatin1StringView("recording"), readInto<RecordingBatchEvent, readRecordingBatchEvent>},
    Family{QLatin1StringView("user"), readInto<UserEvent, readUserEvent>}};

/// The number of an object of whatever shape, where it is one.
OtherEvent otherEvent(const JsonObject &payload)
{
    const nlohmann::json *object = payload.find("object");
    if (!object || !object->is_object() || !object->contains("id"))
        return {};
    JsonFault fault;
    OtherEvent other;
    readValue(JsonValue(object->at("id"), fault), other.meetingId);
    return fault.found ? OtherEvent{} : other;
}

struct Payload
{
    Event &event;
};

void read(const JsonObject &in, Payload &out)
{
    Event &event = out.event;
    in.optional("account_id", event.accountId);
    in.optional("operator", event.operatorEmail);
    in.optional("operator_id", event.operatorId);
    const QStringView name(event.name);
    const qsizetype dot = name.indexOf(u'.');
    for (const Family &family : families) {
        if (name.first(std::max<qsizetype>(dot, 0)) == family.subject
            && family.read(in, name.sliced(dot + 1), event))
            return;
    }
    event.payload = otherEvent(in);
}

void readMoment(const JsonObject &in, QDateTime &out)
{
    qint64 milliseconds = 0;
    in.optional("event_ts", milliseconds);
    if (milliseconds > 0)
        out = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

void read(const JsonObject &in, Event &out)
{
    in.required("event", out.name);
    readMoment(in, out.at);
    Payload payload{out};
    in.required("payload", payload);
    // Who registered is let in by their link; the files of a recording by its passcode.
    const bool isRecording = out.name.startsWith(QLatin1StringView("recording."));
    out.raw = in.rawWithout(isRecording ? "password" : "join_url");
}

} // namespace

Result<Event> decodeEvent(const QByteArray &json)
{
    const Result<nlohmann::json> document = parseJson(json);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    Event event;
    const JsonValue value(*document, fault);
    read(JsonObject(value), event);
    if (fault.found)
        return std::unexpected(jsonError(fault));
    event.key = keyOf(event);
    return event;
}

} // namespace lectern::zoom
