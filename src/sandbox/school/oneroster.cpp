// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/oneroster.h"

#include <array>
#include <cstdio>
#include <initializer_list>
#include <string_view>

namespace lectern::sandbox::school {

namespace {

constexpr std::string_view org = "lakeside";

std::string quoted(std::string_view value)
{
    if (value.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(value);
    std::string text = "\"";
    for (const char c : value)
        text.append(c == '"' ? 2 : 1, c);
    return text + "\"";
}

/// A file under its header line.
class Csv
{
public:
    explicit Csv(std::string_view header)
        : m_text(std::string(header) + "\r\n")
    { }

    void row(std::initializer_list<std::string_view> values)
    {
        std::string_view separator;
        for (const std::string_view value : values) {
            m_text.append(separator).append(quoted(value));
            separator = ",";
        }
        m_text += "\r\n";
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

std::string isoDate(std::chrono::year_month_day day)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

std::string_view roleName(Role role)
{
    if (role == Role::Administrator)
        return "administrator";
    return role == Role::Teacher ? "teacher" : "student";
}

std::string userId(std::size_t person)
{
    return "person-" + std::to_string(person + 1);
}

std::string classId(const School &school, std::string_view code)
{
    return std::string(code) + "." + school.term.code;
}

std::string manifest()
{
    Csv csv("propertyName,value");
    csv.row({"manifest.version", "1.0"});
    csv.row({"oneroster.version", "1.1"});
    for (const auto *file : {"academicSessions", "classes", "courses", "enrollments", "orgs", "users"})
        csv.row({std::string("file.") + file, "bulk"});
    for (const auto *file : {"categories", "classResources", "courseResources", "demographics", "lineItems",
             "resources", "results"})
        csv.row({std::string("file.") + file, "absent"});
    csv.row({"source.systemName", "Lakeside School"});
    csv.row({"source.systemCode", org});
    return csv.text();
}

std::string orgs()
{
    Csv csv("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
    csv.row({org, "", "", "Lakeside School", "school", "lakeside.example", ""});
    return csv.text();
}

std::string academicSessions(const School &school)
{
    Csv csv("sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear");
    const Term &term = school.term;
    const int year =
        static_cast<int>(term.last.year()) + (term.last.month() >= std::chrono::September ? 1 : 0);
    csv.row({term.code, "", "", term.title, "term", isoDate(term.first), isoDate(term.last), "",
        std::to_string(year)});
    return csv.text();
}

std::string courses(const School &school)
{
    Csv csv(
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
        "subjectCodes");
    for (const Course &course : school.courses)
        csv.row({course.code, "", "", "", course.title, course.code, "", org, course.subject, ""});
    return csv.text();
}

std::string classes(const School &school)
{
    Csv csv("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
            "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods");
    for (const Course &course : school.courses) {
        csv.row({classId(school, course.code), "", "", course.title, "", course.code, course.code, "homeroom",
            "", org, school.term.code, course.subject, "", ""});
        for (const Group &group : course.groups)
            csv.row({classId(school, group.code), "", "",
                "Group " + group.code.substr(course.code.size() + 1), "", course.code, group.code,
                "scheduled", "", org, school.term.code, course.subject, "", ""});
    }
    return csv.text();
}

std::string users(const School &school)
{
    Csv csv("sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
            "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password");
    for (std::size_t i = 0; i < school.people.size(); ++i) {
        const Person &person = school.people[i];
        const std::string box = person.email.substr(0, person.email.find('@'));
        csv.row({userId(i), "", "", "true", org, roleName(person.role), box, "", person.name.given,
            person.name.family, "", box, person.email, "", "", "", "", ""});
    }
    return csv.text();
}

class Enrolments
{
public:
    explicit Enrolments(const School &school)
        : m_school(school)
    { }

    void add(const std::string &code, std::size_t person, std::string_view role)
    {
        const Term &term = m_school.term;
        m_csv.row(
            {"enrolment-" + std::to_string(++m_count), "", "", classId(m_school, code), org, userId(person),
                role, role == "teacher" ? "true" : "false", isoDate(term.first), isoDate(term.last)});
    }
    [[nodiscard]] const std::string &text() const { return m_csv.text(); }

private:
    const School &m_school;
    Csv m_csv{"sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
              "beginDate,endDate"};
    std::size_t m_count = 0;
};

std::string enrollments(const School &school)
{
    Enrolments rows(school);
    for (const Course &course : school.courses) {
        rows.add(course.code, course.teacher, "teacher");
        for (const std::size_t learner : course.learners)
            rows.add(course.code, learner, "student");
        for (const Group &group : course.groups)
            for (const std::size_t learner : group.learners)
                rows.add(group.code, learner, "student");
    }
    return rows.text();
}

} // namespace

std::map<std::string, std::string> oneRosterFiles(const School &school)
{
    return {{"manifest.csv", manifest()}, {"orgs.csv", orgs()},
        {"academicSessions.csv", academicSessions(school)}, {"courses.csv", courses(school)},
        {"classes.csv", classes(school)}, {"users.csv", users(school)},
        {"enrollments.csv", enrollments(school)}};
}

} // namespace lectern::sandbox::school
