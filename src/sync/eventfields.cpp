// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/eventfields.h"

#include <array>

namespace lectern::sync {

namespace {

using Field = store::MeetingField;

struct Name
{
    const char *zoom;
    Field field;
};

/// Links, dates, and who hosts what under which UUID need the stored meeting: see meetingevents.cpp.
constexpr std::array names{Name{"topic", Field::Topic}, Name{"agenda", Field::Agenda},
    Name{"start_time", Field::Start}, Name{"duration", Field::Duration}, Name{"timezone", Field::TimeZone},
    Name{"password", Field::Passcode}, Name{"settings.approval_type", Field::Approval},
    Name{"settings.registration_type", Field::RegistrationScope},
    Name{"settings.auto_recording", Field::AutoRecording}, Name{"settings.waiting_room", Field::WaitingRoom},
    Name{"settings.join_before_host", Field::JoinBeforeHost},
    Name{"settings.jbh_time", Field::JoinBeforeHostTime}, Name{"settings.host_video", Field::HostVideo},
    Name{"settings.participant_video", Field::ParticipantVideo},
    Name{"settings.mute_upon_entry", Field::MuteUponEntry},
    Name{"settings.alternative_hosts", Field::AlternativeHosts}};

} // namespace

store::MeetingFields fieldsTold(const zoom::MeetingEvent &event)
{
    store::MeetingFields fields;
    for (const Name &name : names) {
        if (event.tells(name.zoom))
            fields |= name.field;
    }
    return fields;
}

} // namespace lectern::sync
