// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/accountrepository.h"
#include "store/activityrepository.h"
#include "store/audiencerepository.h"
#include "store/courserepository.h"
#include "store/database.h"
#include "store/eventmarkrepository.h"
#include "store/feedpositionrepository.h"
#include "store/globalmeetingrepository.h"
#include "store/hostrepository.h"
#include "store/meetingeventrepository.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/outboxrepository.h"
#include "store/participantrepository.h"
#include "store/personrepository.h"
#include "store/recordingrepository.h"
#include "store/registrantrepository.h"
#include "store/syncstaterepository.h"
#include "store/waitingrepository.h"
#include "sync/ownerbook.h"

namespace lectern::sync {

/// Everything the engine reads and writes, over its one writing connection. Engine thread only.
struct Repositories
{
    Repositories(store::Database &writer, const Clock &systemClock)
        : database(writer)
        , clock(systemClock)
        , accounts(writer)
        , people(writer)
        , courses(writer, systemClock)
        , hosts(writer)
        , meetings(writer, systemClock)
        , lines(writer, systemClock)
        , registrants(writer)
        , audience(writer)
        , recordings(writer)
        , globalMeeting(writer)
        , outbox(writer)
        , state(writer)
        , activity(writer)
        , participants(writer)
        , waiting(writer)
        , events(writer, systemClock)
        , marks(writer)
        , positions(writer, systemClock)
        , owners(courses, people, hosts)
    { }

    store::Database &database;
    const Clock &clock;
    store::AccountRepository accounts;
    store::PersonRepository people;
    store::CourseRepository courses;
    store::HostRepository hosts;
    store::MeetingRepository meetings;
    store::MeetingListRepository lines;
    store::RegistrantRepository registrants;
    store::AudienceRepository audience;
    store::RecordingRepository recordings;
    store::GlobalMeetingRepository globalMeeting;
    store::OutboxRepository outbox;
    store::SyncStateRepository state;
    store::ActivityRepository activity;
    store::ParticipantRepository participants;
    store::WaitingRepository waiting;
    store::MeetingEventRepository events;
    store::EventMarkRepository marks;
    store::FeedPositionRepository positions;
    OwnerBook owners;
};

} // namespace lectern::sync
