// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/populate.h"

#include "sandbox/media/recording.h"
#include "sandbox/meetings.h"
#include "sandbox/registrants.h"
#include "sandbox/school/attendance.h"
#include "sandbox/school/oneroster.h"
#include "sandbox/school/ownertag.h"
#include "sandbox/school/school.h"
#include "sandbox/school/timetable.h"

#include <algorithm>

namespace lectern::sandbox::school {

namespace {

constexpr std::string_view tagField = "Lectern";

Size sizeOf(World &world, const SchoolOptions &options)
{
    Size size;
    size.seed = static_cast<std::uint64_t>(world.random.between(0, 1'000'000'000));
    const auto take = [](std::size_t &value, const std::optional<int> &wanted) {
        if (wanted)
            value = static_cast<std::size_t>(std::max(*wanted, 0));
    };
    take(size.hosts, options.hosts);
    take(size.courses, options.courses);
    take(size.meetings, options.meetings);
    take(size.recordings, options.recordings);
    size.people = std::max(size.people, size.hosts + 80);
    take(size.people, options.people);
    size.hosts = std::max<std::size_t>(size.hosts, 1);
    return size;
}

class Population
{
public:
    Population(World &world, const Size &size)
        : m_world(world)
        , m_size(size)
        , m_now(world.clock.now())
        , m_school(buildSchool(size, std::chrono::floor<std::chrono::days>(m_now)))
        , m_dice(size.seed + 29)
    { }

    void fill();

private:
    void addTrackingField();
    void addHosts();
    void addHost(const Person &person);
    void addMeeting(const PlannedMeeting &planned);
    void enrol(MeetingState &meeting, const PlannedMeeting &planned);
    void startNow(MeetingState &meeting, const PlannedMeeting &planned);
    void addPast(MeetingState &meeting, const PlannedMeeting &planned);
    void addInstance(MeetingState &meeting, const PlannedMeeting &planned, Moment start);
    void addRecordings();
    void addWebinar();
    [[nodiscard]] json bodyOf(const PlannedMeeting &planned) const;
    [[nodiscard]] std::vector<Guest> guestsOf(
        const MeetingState &meeting, const PlannedMeeting &planned) const;

    World &m_world;
    const Size &m_size;
    Moment m_now;
    School m_school;
    Dice m_dice;
    std::vector<std::string> m_hostIds; ///< by place in School::people
    std::size_t m_attended = 0; ///< past instances whose participants are known one by one
};

void Population::fill()
{
    addTrackingField();
    addHosts();
    for (const PlannedMeeting &planned : planMeetings(m_school, m_size, m_now))
        addMeeting(planned);
    addRecordings();
    addWebinar();
    m_world.rosterFiles = oneRosterFiles(m_school);
}

void Population::addTrackingField()
{
    const std::string id = m_world.random.id();
    m_world.trackingFields[id] = {{"id", id}, {"field", tagField}, {"required", false}, {"visible", true},
        {"recommended_values", json::array()}};
}

void Population::addHosts()
{
    for (const Person &person : m_school.people)
        if (person.role != Role::Learner)
            addHost(person);
    m_world.account.ownerUserId = m_hostIds[administrator];
}

void Population::addHost(const Person &person)
{
    json &user = addUser(m_world, person.name.given, person.name.family, person.email, 2);
    const bool owner = m_hostIds.empty();
    user["timezone"] = schoolZone;
    user["dept"] = owner ? "Administration" : "Teaching";
    user["company"] = "Lakeside School";
    if (owner)
        user.update({{"role_id", "0"}, {"role_name", "Owner"}});
    if (m_hostIds.size() <= tomOkafor)
        m_world.userSettings[user["id"]]["feature"].update({{"webinar", true}, {"webinar_capacity", 500}});
    m_hostIds.push_back(user["id"]);
}

json Population::bodyOf(const PlannedMeeting &planned) const
{
    const bool inAgenda = planned.tagPlace == TagPlace::Agenda;
    const json recorded = planned.type == 3 ? "none" : "cloud";
    json body = {{"topic", planned.topic}, {"type", planned.type}, {"duration", planned.length.count()},
        {"timezone", schoolZone},
        {"agenda", inAgenda ? agendaWithTag(planned.agenda, planned.tag) : planned.agenda},
        {"settings",
            {{"auto_recording", recorded}, {"waiting_room", planned.waitingRoom},
                {"mute_upon_entry", true}}}};
    if (planned.type != 3)
        body["start_time"] = formatUtc(planned.start);
    if (!planned.recurrence.is_null())
        body["recurrence"] = planned.recurrence;
    if (planned.tagPlace == TagPlace::TrackingField)
        body["tracking_fields"] = json::array({{{"field", tagField}, {"value", planned.tag}}});
    if (planned.registration != Registration::None)
        body["settings"]["approval_type"] = planned.registration == Registration::Automatic ? 0 : 1;
    return body;
}

void Population::addMeeting(const PlannedMeeting &planned)
{
    const json &host = m_world.users.at(m_hostIds[planned.host]);
    MeetingState &meeting = createMeeting(m_world, host, bodyOf(planned));
    const Moment created = std::min(planned.start, m_now) - std::chrono::hours{24 + m_dice.between(1, 400)};
    meeting.document["created_at"] = formatUtc(created);
    meeting.lastUsed = created;
    enrol(meeting, planned);
    addPast(meeting, planned);
    if (planned.live)
        startNow(meeting, planned);
}

void Population::enrol(MeetingState &meeting, const PlannedMeeting &planned)
{
    if (planned.registration == Registration::None)
        return;
    std::size_t pending = planned.stillPending;
    for (const std::size_t learner : planned.attendees) {
        const Person &person = m_school.people[learner];
        const std::string id = addRegistrant(m_world, meeting,
            {{"first_name", person.name.given}, {"last_name", person.name.family},
                {"email", person.email}})["id"];
        json &row = meeting.registrants.at(id);
        row["status"] = pending > 0 ? "pending" : "approved";
        row["create_time"] = formatUtc(m_now - std::chrono::hours{m_dice.between(20, 150)});
        pending -= pending > 0 ? 1 : 0;
    }
}

std::vector<Guest> Population::guestsOf(const MeetingState &meeting, const PlannedMeeting &planned) const
{
    std::map<std::string, std::string> registrantIds;
    for (const auto &[id, row] : meeting.registrants)
        registrantIds[row.value("email", "")] = id;
    std::vector<Guest> guests;
    for (const std::size_t learner : planned.attendees) {
        const Person &person = m_school.people[learner];
        const auto found = registrantIds.find(person.email);
        guests.push_back(
            {"", person.name.full(), person.email, found == registrantIds.end() ? "" : found->second});
    }
    return guests;
}

Guest hostGuest(const World &world, const MeetingState &meeting)
{
    const json &host = world.users.at(meeting.hostId());
    return {host.at("id"), host.at("display_name"), host.at("email"), ""};
}

void Population::startNow(MeetingState &meeting, const PlannedMeeting &planned)
{
    Instance instance{.uuid = meeting.document["uuid"], .startedAt = planned.start, .endedAt = {}};
    instance.participants = attendanceSoFar(m_world.random, m_dice, hostGuest(m_world, meeting),
        guestsOf(meeting, planned), {planned.start, m_now});
    meeting.live = std::move(instance);
    meeting.lastUsed = planned.start;
}

std::vector<Moment> startsBefore(const MeetingState &meeting, const PlannedMeeting &planned, Moment now)
{
    std::vector<Moment> starts;
    for (const json &occurrence : meeting.occurrences)
        starts.push_back(*parseMoment(occurrence.at("start_time").get<std::string>(), "UTC"));
    if (planned.type == 2 && !planned.live)
        starts.push_back(planned.start);
    std::erase_if(starts, [&](Moment start) { return start + planned.length > now; });
    return starts;
}

void Population::addPast(MeetingState &meeting, const PlannedMeeting &planned)
{
    for (const Moment start : startsBefore(meeting, planned, m_now))
        addInstance(meeting, planned, start);
    if (!meeting.past.empty())
        meeting.lastUsed = meeting.past.back().startedAt;
}

/// Beyond this many, past instances of a large school keep no participants: it would only take memory.
constexpr std::size_t attendedInstances = 400;

void Population::addInstance(MeetingState &meeting, const PlannedMeeting &planned, Moment start)
{
    const Moment began = start + std::chrono::seconds{m_dice.between(-180, 120)};
    const Moment ended = start + planned.length + std::chrono::seconds{m_dice.between(-300, 200)};
    Instance instance{.uuid = m_world.random.uuid(), .startedAt = began, .endedAt = ended};
    if (m_attended++ < attendedInstances) {
        instance.participants = attendance(
            m_world.random, m_dice, hostGuest(m_world, meeting), guestsOf(meeting, planned), {began, ended});
        instance.polls = pollAnswers(m_dice, instance);
        instance.qa = questionsAsked(m_dice, instance);
    }
    meeting.past.push_back(std::move(instance));
}

struct Held
{
    const MeetingState *meeting;
    const Instance *instance;
};

std::vector<Held> heldLatestFirst(const World &world)
{
    std::vector<Held> held;
    for (const auto &[id, meeting] : world.meetings)
        for (const Instance &instance : meeting.past)
            held.push_back({&meeting, &instance});
    std::ranges::sort(held, std::greater(), [](const Held &one) { return one.instance->startedAt; });
    return held;
}

/// The latest one that took place is still being processed.
void Population::addRecordings()
{
    const auto held = heldLatestFirst(m_world);
    for (std::size_t i = 0; i < std::min(held.size(), m_size.recordings); ++i) {
        RecordingState &recording = addRecording(m_world, *held[i].meeting, *held[i].instance);
        if (i == 0)
            continue;
        completeRecording(m_world, recording);
        completeTranscript(m_world, recording);
    }
}

void Population::addWebinar()
{
    const json &host = m_world.users.at(m_hostIds[administrator]);
    const Moment start = std::chrono::floor<std::chrono::hours>(m_now) + std::chrono::days{9};
    MeetingState &webinar = createMeeting(m_world, host,
        {{"topic", "Open evening: is Lakeside for me?"}, {"type", 5}, {"start_time", formatUtc(start)},
            {"duration", 90}, {"timezone", schoolZone}, {"settings", {{"approval_type", 0}}}});
    webinar.document["agenda"] = "For families who think about joining us next year.";
}

} // namespace

void fillDemoSchool(World &world, const SchoolOptions &options)
{
    const Size size = sizeOf(world, options);
    Population(world, size).fill();
}

} // namespace lectern::sandbox::school
