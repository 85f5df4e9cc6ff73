// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/school.h"

#include "sandbox/school/catalogue.h"
#include "sandbox/school/dice.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lectern::sandbox::school {

namespace {

using std::chrono::year_month_day;

struct Known
{
    std::string_view given;
    std::string_view family;
};

constexpr auto knownStaff = std::to_array<Known>({
    {"Ingrid", "Solheim"},
    {"Tom", "Okafor"},
    {"Maria", "Ferrante"},
    {"Hélène", "Dubois"},
    {"Jonas", "Weber"},
    {"Sofía", "Navarro"},
    {"Pádraig", "Byrne"},
    {"Katarzyna", "Wójcik"},
    {"Emre", "Öztürk"},
});

constexpr auto knownLearners = std::to_array<Known>({
    {"Aïcha", "Benali"},
    {"Lea", "Brandt"},
    {"Diego", "Castaño Ruiz"},
    {"Wei", "Chen"},
    {"Nnamdi", "Eze"},
});

/// Gives every person an address nobody has yet: a.benali, a.benali2, …
class Addresses
{
public:
    std::string take(const Name &name)
    {
        const std::string box = mailbox(name);
        const int count = ++m_taken[box];
        return box + (count > 1 ? std::to_string(count) : "") + "@lakeside.example";
    }

private:
    std::unordered_map<std::string, int> m_taken;
};

class Admissions
{
public:
    Admissions(School &school, std::uint64_t seed)
        : m_school(school)
        , m_dice(seed)
    { }

    void admit(std::span<const Known> known, std::size_t count, Role role)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const Name name = i < known.size()
                ? Name{std::string(known[i].given), std::string(known[i].family)}
                : anyName(m_dice);
            m_school.people.push_back({name, m_addresses.take(name), role});
        }
    }

private:
    School &m_school;
    Dice m_dice;
    Addresses m_addresses;
};

void admitEverybody(School &school, const Size &size)
{
    Admissions admissions(school, size.seed);
    const std::size_t hosts = std::max<std::size_t>(size.hosts, 1);
    admissions.admit(knownStaff, hosts, Role::Teacher);
    school.people[administrator].role = Role::Administrator;
    const std::size_t learners = size.people > hosts ? size.people - hosts : 0;
    admissions.admit(knownLearners, learners, Role::Learner);
}

/// The first courses are Tom Okafor's, whom the sketches follow; the others go round the staff room.
std::size_t teacherOf(std::size_t course, std::size_t hosts)
{
    if (hosts < 3)
        return hosts - 1;
    if (course == 1)
        return mariaFerrante;
    if (course < 4)
        return tomOkafor;
    return mariaFerrante + (course - 3) % (hosts - 2);
}

void splitIntoGroups(Course &course, std::size_t groups)
{
    for (std::size_t g = 0; g < groups; ++g) {
        Group group{course.code + "-" + std::to_string(g + 1), {}};
        for (std::size_t i = g; i < course.learners.size(); i += groups)
            group.learners.push_back(course.learners[i]);
        course.groups.push_back(std::move(group));
    }
}

/// Learners of a course: a run of the list that begins anew for each course, so that everybody attends
/// some. BIO-1A, the first, has the learners with known names.
std::vector<std::size_t> learnersOf(
    const School &school, std::size_t hosts, std::size_t first, std::size_t count)
{
    const std::size_t all = school.people.size() - hosts;
    std::vector<std::size_t> learners;
    for (std::size_t i = 0; i < std::min(count, all); ++i)
        learners.push_back(hosts + (first + i) % all);
    return learners;
}

void openCourses(School &school, const Size &size)
{
    const std::size_t hosts = std::max<std::size_t>(size.hosts, 1);
    std::size_t first = 0;
    for (std::size_t i = 0; i < size.courses; ++i) {
        const CourseEntry entry = courseEntry(i);
        Course course{entry.code, entry.title, entry.subject, teacherOf(i, hosts),
            learnersOf(school, hosts, first, entry.learners), {}};
        splitIntoGroups(course, entry.groups);
        first += entry.learners - entry.learners / 4;
        school.courses.push_back(std::move(course));
    }
}

Term term(std::string_view code, std::string_view title, year_month_day first, year_month_day last)
{
    const std::string year = std::to_string(static_cast<int>(first.year()));
    return {year + "-" + std::string(code), std::string(title) + " " + year, first, last};
}

} // namespace

School buildSchool(const Size &size, year_month_day today)
{
    School school{{}, {}, termOf(today)};
    admitEverybody(school, size);
    openCourses(school, size);
    return school;
}

Term termOf(year_month_day day)
{
    using namespace std::chrono;
    const year y = day.year();
    if (day.month() < May)
        return term("SPR", "Spring", y / January / 1, y / April / 30);
    if (day.month() < September)
        return term("SUM", "Summer", y / May / 1, y / August / 31);
    const year_month_day christmas = y / December / 18;
    return term("AUT", "Autumn", y / September / 1,
        std::max(christmas, day > christmas ? y / December / 31 : christmas));
}

} // namespace lectern::sandbox::school
