// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/timetable.h"

#include "sandbox/school/catalogue.h"
#include "sandbox/school/dice.h"
#include "sandbox/school/ownertag.h"

#include <algorithm>
#include <array>

namespace lectern::sandbox::school {

namespace {

using namespace std::chrono;
using nlohmann::json;

/// When a course has its lessons: the days as Zoom writes them (1 is Sunday) and the hour of the day.
struct Slot
{
    std::string_view days;
    weekday first;
    minutes time;
    minutes length;
};

constexpr auto slots = std::to_array<Slot>({
    {"2,4", Monday, hours{8} + minutes{50}, minutes{55}},
    {"2,5", Monday, hours{11}, minutes{55}},
    {"3", Tuesday, hours{9}, minutes{60}},
    {"2,6", Monday, hours{10} + minutes{15}, minutes{45}},
    {"3,5", Tuesday, hours{13} + minutes{30}, minutes{55}},
    {"4", Wednesday, hours{10} + minutes{15}, minutes{90}},
    {"5", Thursday, hours{15} + minutes{30}, minutes{45}},
    {"6", Friday, hours{9}, minutes{90}},
});

constexpr std::string_view longestTopic =
    "Homework clinic — bring anything that is stuck, however small: half-drawn diagrams, sums that come out "
    "as minus a banana, sources you cannot read, and the essay nobody has begun. Thé et gâteaux";

class Planner
{
public:
    Planner(const School &school, const Size &size, Moment now)
        : m_school(school)
        , m_size(size)
        , m_now(floor<minutes>(now))
        , m_dice(size.seed + 17)
    { }

    std::vector<PlannedMeeting> plan();

private:
    void planToday();
    void planLive();
    void planNext();
    void planEvening();
    void planSeries();
    void planSeriesOf(std::size_t course);
    void planOddCases();
    void planSingleLessons();
    void planSingleLesson(std::size_t number);
    void planOwnMeeting(std::size_t number);

    [[nodiscard]] PlannedMeeting ofCourse(std::size_t course, std::string topic, Moment start) const;
    [[nodiscard]] PlannedMeeting ofPerson(std::size_t person, std::string topic, Moment start) const;
    [[nodiscard]] std::string tagOf(const Course &course, Moment start) const;
    /// A weekday so many days from now, at the hour of the school's clock.
    [[nodiscard]] Moment schoolDay(int fromNow, minutes time) const;
    [[nodiscard]] std::size_t course(std::size_t number) const { return number % m_school.courses.size(); }
    [[nodiscard]] int reach() const;
    [[nodiscard]] int daysFromNow(std::size_t number);
    [[nodiscard]] std::size_t hosts() const { return std::max<std::size_t>(m_size.hosts, 1); }

    const School &m_school;
    const Size &m_size;
    Moment m_now;
    Dice m_dice;
    std::vector<PlannedMeeting> m_plan;
};

Moment atSchool(local_days day, minutes time)
{
    return fromLocal(day + time, schoolZone);
}

std::vector<PlannedMeeting> Planner::plan()
{
    if (!m_school.courses.empty()) {
        planToday();
        planSeries();
        planOddCases();
        planSingleLessons();
    }
    m_plan.resize(std::min(m_plan.size(), m_size.meetings));
    return std::move(m_plan);
}

std::string Planner::tagOf(const Course &course, Moment start) const
{
    const year_month_day day(floor<days>(toLocal(start, schoolZone)));
    const bool inTerm = day >= m_school.term.first && day <= m_school.term.last;
    return courseTag(course.code, inTerm ? m_school.term.code : "", "");
}

PlannedMeeting Planner::ofCourse(std::size_t number, std::string topic, Moment start) const
{
    const Course &course = m_school.courses[number];
    PlannedMeeting meeting;
    meeting.host = course.teacher;
    meeting.topic = std::move(topic);
    meeting.start = start;
    meeting.tag = tagOf(course, start);
    meeting.attendees = course.learners;
    return meeting;
}

PlannedMeeting Planner::ofPerson(std::size_t person, std::string topic, Moment start) const
{
    PlannedMeeting meeting;
    meeting.host = person;
    meeting.topic = std::move(topic);
    meeting.start = start;
    meeting.tag = personTag(m_school.people[person].email);
    return meeting;
}

Moment Planner::schoolDay(int fromNow, minutes time) const
{
    local_days day = floor<days>(toLocal(m_now, schoolZone)) + days{fromNow};
    const weekday name(day);
    if (name == Saturday)
        day -= days{1};
    if (name == Sunday)
        day += days{1};
    return atSchool(day, time);
}

void Planner::planToday()
{
    planLive();
    planNext();
    planEvening();
}

void Planner::planLive()
{
    PlannedMeeting live = ofCourse(0, "Cell respiration: the long way round", m_now - minutes{28});
    live.agenda = "Where the energy in a slice of bread goes. Bring last week's drawing.";
    live.length = minutes{60};
    live.registration = Registration::Automatic;
    live.live = true;
    m_plan.push_back(std::move(live));
}

void Planner::planNext()
{
    PlannedMeeting next = ofCourse(course(3), "Revision surgery", m_now + minutes{5});
    next.agenda = "Questions first come, first served.";
    next.registration = Registration::Automatic;
    m_plan.push_back(std::move(next));
}

/// Later today; a school day that has only minutes left goes on past midnight.
void Planner::planEvening()
{
    const auto halfHours = [this](int count) {
        return floor<minutes>(m_now) - m_now.time_since_epoch() % minutes{30} + minutes{30} * count;
    };
    const std::size_t tom = std::min(tomOkafor, hosts() - 1);
    PlannedMeeting parents = ofPerson(tom, "Parents' evening: 3B", halfHours(3));
    parents.registration = Registration::Automatic;
    parents.attendees.assign(m_school.courses[0].learners.begin(),
        m_school.courses[0].learners.begin()
            + static_cast<std::ptrdiff_t>(std::min<std::size_t>(12, m_school.courses[0].learners.size())));
    m_plan.push_back(std::move(parents));

    PlannedMeeting staff = ofPerson(administrator, "Staff room", halfHours(5));
    staff.tag = everyoneTag();
    staff.agenda = "Open to everyone at Lakeside. No minutes are taken.";
    staff.length = minutes{60};
    m_plan.push_back(std::move(staff));

    PlannedMeeting clinic =
        ofCourse(0, "Homework clinic — bring anything that is stuck, however small", halfHours(8));
    clinic.length = minutes{60};
    clinic.registration = Registration::Automatic;
    m_plan.push_back(std::move(clinic));
}

void Planner::planSeries()
{
    for (std::size_t i = 0; i < m_school.courses.size() && m_plan.size() < m_size.meetings; ++i)
        planSeriesOf(i);
}

local_days firstLesson(const Term &term, weekday day)
{
    const local_days first{term.first};
    return first + (day - weekday(first));
}

/// "BIO 1A" for BIO-1A.
std::string spoken(std::string code)
{
    std::ranges::replace(code, '-', ' ');
    return code;
}

void Planner::planSeriesOf(std::size_t number)
{
    const Course &course = m_school.courses[number];
    const Slot &slot = slots[number % slots.size()];
    const local_days first = firstLesson(m_school.term, slot.first);
    std::string topic =
        course.code == "BIO-3" ? "Weekly: evolution reading group" : spoken(course.code) + ": lessons";
    PlannedMeeting series = ofCourse(number, std::move(topic), atSchool(first, slot.time));
    series.type = 8;
    series.length = slot.length;
    const Moment end = atSchool(local_days{m_school.term.last}, hours{23});
    series.recurrence = {
        {"type", 2}, {"repeat_interval", 1}, {"weekly_days", slot.days}, {"end_date_time", formatUtc(end)}};
    series.registration = number % 3 == 1 ? Registration::None : Registration::Automatic;
    series.tagPlace = number % 4 == 2 ? TagPlace::Agenda : TagPlace::TrackingField;
    m_plan.push_back(std::move(series));
}

void Planner::planOddCases()
{
    PlannedMeeting exam = ofCourse(0, "Mock exam, part 2", schoolDay(2, hours{13} + minutes{30}));
    exam.registration = Registration::Manual;
    exam.stillPending = 4;
    exam.waitingRoom = true;
    exam.length = minutes{120};
    m_plan.push_back(std::move(exam));

    PlannedMeeting group = ofCourse(0, "Lab group 1: osmosis with potatoes", schoolDay(3, hours{14}));
    if (!m_school.courses[0].groups.empty()) {
        const Group &first = m_school.courses[0].groups.front();
        group.tag = courseTag(m_school.courses[0].code, m_school.term.code, first.code);
        group.attendees = first.learners;
    }
    m_plan.push_back(std::move(group));

    PlannedMeeting stranger = ofCourse(0, "Astronomy night", schoolDay(4, hours{20}));
    stranger.tag = courseTag("ASTRO-7", m_school.term.code, "");
    m_plan.push_back(std::move(stranger));

    PlannedMeeting longest = ofCourse(course(1), std::string(longestTopic), schoolDay(5, hours{16}));
    longest.tagPlace = TagPlace::Agenda;
    longest.agenda = "Thé, gâteaux, équations.\nNo question is too small.";
    m_plan.push_back(std::move(longest));

    PlannedMeeting untagged =
        ofPerson(std::min(mariaFerrante, hosts() - 1), "Call with the exam board", schoolDay(1, hours{17}));
    untagged.tagPlace = TagPlace::Nowhere;
    m_plan.push_back(std::move(untagged));

    PlannedMeeting open = ofPerson(std::min(mariaFerrante, hosts() - 1), "Office hour", m_now);
    open.type = 3;
    m_plan.push_back(std::move(open));
}

void Planner::planSingleLessons()
{
    for (std::size_t number = 0; m_plan.size() < m_size.meetings; ++number) {
        if (number % 7 == 5)
            planOwnMeeting(number);
        else
            planSingleLesson(number);
    }
}

/// How many days ahead lessons are planned: to the end of the term, and half a year in a large school.
int Planner::reach() const
{
    if (m_size.meetings > 1000)
        return 180;
    const auto left = local_days{m_school.term.last} - floor<days>(toLocal(m_now, schoolZone));
    return std::clamp(static_cast<int>(left.count()), 10, 40);
}

/// Every third lies behind, but not so far that Zoom would have forgotten it.
int Planner::daysFromNow(std::size_t number)
{
    return number % 3 == 2 ? -m_dice.between(1, 26) : m_dice.between(1, reach());
}

void Planner::planSingleLesson(std::size_t number)
{
    const Course &which = m_school.courses[course(number)];
    const int distance = daysFromNow(number);
    const minutes time = hours{14} + minutes{30} * m_dice.between(0, 8);
    PlannedMeeting lesson = ofCourse(
        course(number), topic(which.subject, number / m_school.courses.size()), schoolDay(distance, time));
    if (number % 11 == 4)
        lesson.tagPlace = TagPlace::Agenda;
    if (number % 13 == 7)
        lesson.tagPlace = TagPlace::Nowhere;
    lesson.length = minutes{15} * m_dice.between(2, 6);
    m_plan.push_back(std::move(lesson));
}

void Planner::planOwnMeeting(std::size_t number)
{
    const auto names = ownTopics();
    const std::size_t host = (number / 7) % hosts();
    const int distance = daysFromNow(number / 7);
    const minutes time = hours{16} + minutes{15} * m_dice.between(0, 12);
    PlannedMeeting own =
        ofPerson(host, std::string(names[(number / 7) % names.size()]), schoolDay(distance, time));
    const auto &learners = m_school.courses[course(number)].learners;
    const auto count = static_cast<std::ptrdiff_t>(std::min<std::size_t>(6, learners.size()));
    own.attendees.assign(learners.end() - count, learners.end());
    m_plan.push_back(std::move(own));
}

} // namespace

std::vector<PlannedMeeting> planMeetings(const School &school, const Size &size, Moment now)
{
    return Planner(school, size, now).plan();
}

} // namespace lectern::sandbox::school
