// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedulechoices.h"

#include "models/owneroptions.h"
#include "school/permissions.h"
#include "store/audiencerepository.h"
#include "store/courserepository.h"
#include "store/database.h"
#include "store/hostrepository.h"
#include "store/meetingrepository.h"
#include "store/ownerhistory.h"
#include "store/personrepository.h"
#include "store/syncstaterepository.h"

#include <algorithm>

namespace lectern::models {

using school::Host;
using school::Person;

namespace {

constexpr int noLimit = -1;

Result<void> readHosts(ScheduleChoices &choices, store::Database &database, const Person &viewer)
{
    const store::HostRepository hosts(database);
    const auto own = hosts.findByEmail(viewer.email);
    if (!own)
        return std::unexpected(own.error());
    if (*own && (*own)->state == Host::State::Active) {
        choices.ownHost = (*own)->zoomUserId;
        choices.hosts = {**own};
    }
    if (!school::mayScheduleForOtherHosts(viewer.role))
        return {};
    const auto all = hosts.list({.text = {}, .limit = noLimit});
    if (!all)
        return std::unexpected(all.error());
    choices.hosts = *all;
    return {};
}

Result<void> readMeeting(
    ScheduleChoices &choices, store::Database &database, const Clock &clock, MeetingId id)
{
    const auto meeting = store::MeetingRepository(database, clock).find(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    choices.meeting = *meeting;
    if (!*meeting)
        return {};
    const auto host = store::HostRepository(database).find((*meeting)->hostZoomUserId);
    if (!host)
        return std::unexpected(host.error());
    choices.meetingHost = *host;
    const auto option = readOwnerOption(database, clock, (*meeting)->owner);
    if (!option)
        return std::unexpected(option.error());
    if (!*option)
        return {};
    choices.meetingOwnerText = (*option)->text;
    if (!choices.optionFor((*option)->owner))
        choices.owners.append(**option);
    return {};
}

Result<void> readLastOwner(ScheduleChoices &choices, store::Database &database, const Clock &clock)
{
    if (choices.ownHost.isEmpty())
        return {};
    const auto owner = store::latestOwner(database, clock, choices.ownHost);
    if (!owner)
        return std::unexpected(owner.error());
    choices.lastOwner = *owner;
    return {};
}

/// Where the tag travels in a tracking field, it takes no room in the agenda.
Result<void> readTagPlace(ScheduleChoices &choices, store::Database &database)
{
    const auto place = store::SyncStateRepository(database).value(store::ownerTagPlaceKey.toString());
    if (!place)
        return std::unexpected(place.error());
    if (*place != store::ownerTagInTrackingField.toString())
        return {};
    for (OwnerOption &option : choices.owners)
        option.agendaTag.reset();
    return {};
}

} // namespace

const OwnerOption *ScheduleChoices::optionFor(const school::Owner &owner) const
{
    const auto found = std::ranges::find(owners, owner, &OwnerOption::owner);
    return found == owners.end() ? nullptr : &*found;
}

Result<ScheduleChoices> readScheduleChoices(
    store::Database &database, const Clock &clock, const Person &viewer, std::optional<MeetingId> meeting)
{
    return database.transaction([&]() -> Result<ScheduleChoices> {
        ScheduleChoices choices;
        const auto owners = readOwnerOptions(database, clock, viewer);
        if (!owners)
            return std::unexpected(owners.error());
        choices.owners = *owners;
        if (auto done = readHosts(choices, database, viewer); !done)
            return std::unexpected(done.error());
        if (auto done = readLastOwner(choices, database, clock); !done)
            return std::unexpected(done.error());
        if (auto done = meeting ? readMeeting(choices, database, clock, *meeting) : Result<void>(); !done)
            return std::unexpected(done.error());
        if (auto done = readTagPlace(choices, database); !done)
            return std::unexpected(done.error());
        return choices;
    });
}

namespace {

Result<QList<Person>> readTeachers(store::Database &database, const Clock &clock, CourseId course)
{
    const auto enrolments = store::CourseRepository(database, clock)
                                .enrolments({.course = course, .person = {}, .limit = noLimit});
    if (!enrolments)
        return std::unexpected(enrolments.error());
    QList<Person> teachers;
    for (const school::Enrolment &enrolment : *enrolments) {
        if (enrolment.role != school::EnrolmentRole::Teacher)
            continue;
        const auto person = store::PersonRepository(database).find(enrolment.person);
        if (!person)
            return std::unexpected(person.error());
        if (*person && !teachers.contains(**person))
            teachers.append(**person);
    }
    std::ranges::sort(teachers, {}, &Person::name);
    return teachers;
}

} // namespace

Result<OwnerPeople> readOwnerPeople(
    store::Database &database, const Clock &clock, const school::CourseOwner &owner)
{
    return database.transaction([&]() -> Result<OwnerPeople> {
        auto teachers = readTeachers(database, clock, owner.course);
        if (!teachers)
            return std::unexpected(teachers.error());
        const auto learners = store::AudienceRepository(database).learners(owner);
        if (!learners)
            return std::unexpected(learners.error());
        return OwnerPeople{.teachers = std::move(*teachers), .learners = *learners};
    });
}

} // namespace lectern::models
