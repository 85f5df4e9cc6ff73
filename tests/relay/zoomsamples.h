// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schoolkit.h"

#include <QFile>

namespace lectern::relay {

inline json readSample(const char *name)
{
    QFile file(QStringLiteral(LECTERN_TEST_DATA "/relay/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    return json::parse(file.readAll().toStdString());
}

/// Everything Zoom documents of a meeting or recording, and more; what no other person may have says
/// "SECRET".
inline json everythingOfAMeeting()
{
    return readSample("meeting-with-everything.json");
}

/// What a learner may have of it.
inline json harmlessOfEverything()
{
    return readSample("meeting-for-learners.json");
}

inline ZoomEvent everythingAs(const char *name)
{
    json before = everythingOfAMeeting();
    before["topic"] = "Before";
    return event({{"event", name}, {"event_ts", 1'772'442'000'000}, {"download_token", "SECRET"},
        {"payload",
            {{"account_id", "acc"}, {"operator", "SECRET@x.example"}, {"operator_id", "SECRET"},
                {"operation", "all"}, {"scope", "all"}, {"time_stamp", 1'772'442'000'000},
                {"object", everythingOfAMeeting()}, {"old_object", before}}}});
}

/// Every event of Zoom's that is about a meeting, webinar or recording.
inline constexpr const char *aboutMeetings[] = {"meeting.created", "meeting.updated", "meeting.deleted",
    "meeting.permanently_deleted", "meeting.recovered", "meeting.started", "meeting.ended",
    "meeting.participant_joined", "meeting.participant_left", "meeting.participant_joined_waiting_room",
    "meeting.participant_left_waiting_room", "meeting.participant_put_in_waiting_room",
    "meeting.participant_admitted", "meeting.participant_jbh_waiting", "meeting.participant_jbh_joined",
    "meeting.participant_jbh_waiting_left", "meeting.participant_role_changed",
    "meeting.registration_created", "meeting.registration_approved", "meeting.registration_cancelled",
    "meeting.registration_denied", "meeting.converted_to_webinar", "meeting.something_new", "webinar.created",
    "webinar.updated", "webinar.deleted", "webinar.started", "webinar.ended", "webinar.participant_joined",
    "webinar.participant_left", "webinar.registration_created", "webinar.registration_approved",
    "webinar.registration_cancelled", "webinar.registration_denied", "webinar.converted_to_meeting",
    "recording.started", "recording.stopped", "recording.paused", "recording.resumed", "recording.completed",
    "recording.transcript_completed", "recording.trashed", "recording.deleted", "recording.recovered",
    "recording.renamed"};

} // namespace lectern::relay
