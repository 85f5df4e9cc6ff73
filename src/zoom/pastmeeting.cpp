// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/pastmeeting.h"

#include "zoom/json.h"

#include <array>

namespace lectern::zoom {

namespace {

constexpr std::array places{EnumName{"in_meeting", Participant::Place::Meeting},
    EnumName{"in_waiting_room", Participant::Place::WaitingRoom}};

} // namespace

std::span<const EnumName<Participant::Place>> enumNames(Participant::Place)
{
    return places;
}

void read(const JsonObject &in, PastMeeting &out)
{
    in.required("id", out.id);
    in.required("uuid", out.uuid);
    in.optional("host_id", out.hostId);
    in.optional("topic", out.topic);
    in.optional("start_time", out.start);
    in.optional("end_time", out.end);
    in.optional("duration", out.duration);
    in.optional("participants_count", out.participants);
    out.raw = in.raw();
}

void read(const JsonObject &in, PastInstance &out)
{
    in.required("uuid", out.uuid);
    in.required("start_time", out.start);
}

void read(const JsonObject &in, Participant &out)
{
    in.optional("id", out.userId);
    in.required("name", out.name);
    in.optional("user_email", out.email);
    in.optional("registrant_id", out.registrantId);
    in.optional("join_time", out.joinedAt);
    in.optional("leave_time", out.leftAt);
    in.optional("duration", out.duration);
    in.optional("status", out.place);
}

Result<PastMeeting> decodePastMeeting(const QByteArray &json)
{
    return decodeJson<PastMeeting>(json);
}

Result<QList<PastInstance>> decodePastInstances(const QByteArray &json)
{
    Result<Page<PastInstance>> page = decodePage<PastInstance>(json, "meetings");
    if (!page)
        return std::unexpected(page.error());
    return std::move(page->items);
}

Result<Page<Participant>> decodeParticipantPage(const QByteArray &json)
{
    return decodePage<Participant>(json, "participants");
}

} // namespace lectern::zoom
