// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/courserows.h"

#include "store/courserepository.h"
#include "store/database.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

struct Filter
{
    QString where;
    QVariantList values;
};

Filter filterFor(const CourseQuery &query)
{
    const QStringList words = searchWords(query.text);
    Filter filter{.where = u" WHERE "_s % wordsCondition(u"words"_s, words.size()),
        .values = QVariantList(words.begin(), words.end())};
    if (query.person) {
        filter.where += u" AND id IN (SELECT course_id FROM enrolments WHERE person_id = ?)"_s;
        filter.values << query.person->value;
    }
    return filter;
}

CourseRow readRow(const Statement &row)
{
    return CourseRow{
        .course = readCourse(row), .learners = row.integer(4), .upcomingMeetings = row.integer(5)};
}

} // namespace

school::Course readCourse(const Statement &row)
{
    return school::Course{.id = row.id<CourseId>(0),
        .code = row.text(1),
        .title = row.text(2),
        .origin = row.enumeration<school::Course::Origin>(3)};
}

school::Session readSession(const Statement &row)
{
    return school::Session{.id = row.id<SessionId>(0),
        .code = row.text(1),
        .title = row.text(2),
        .firstDay = row.day(3),
        .lastDay = row.day(4)};
}

school::Group readGroup(const Statement &row)
{
    return school::Group{.id = row.id<GroupId>(0),
        .course = row.id<CourseId>(1),
        .session = row.optionalId<SessionId>(2),
        .code = row.text(3),
        .title = row.text(4)};
}

school::Enrolment readEnrolment(const Statement &row)
{
    return school::Enrolment{.person = row.id<PersonId>(0),
        .course = row.id<CourseId>(1),
        .session = row.optionalId<SessionId>(2),
        .group = row.optionalId<GroupId>(3),
        .role = row.enumeration<school::EnrolmentRole>(4)};
}

Result<QList<CourseRow>> CourseRepository::list(const CourseQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("list courses"_L1,
        uR"(
        SELECT id, code, title, origin,
            (SELECT count(DISTINCT person_id) FROM enrolments WHERE course_id = courses.id AND role = 0),
            (SELECT count(*) FROM lines WHERE course_key = code_key AND start_ms > ? - 86400000
                AND end_ms > ? AND status < 2)
        FROM courses)"_s
            % filter.where % u" ORDER BY code_key LIMIT ? OFFSET ?");
    select.bind(m_clock.now())
        .bind(m_clock.now())
        .bindAll(filter.values)
        .bind(query.limit)
        .bind(query.offset);
    auto rows = select.all(readRow);
    if (!rows)
        return rows;
    for (CourseRow &row : *rows) {
        auto sessions = sessionsOf(row.course.id);
        auto groups = groupsOf(row.course.id);
        if (!sessions || !groups)
            return std::unexpected(!sessions ? sessions.error() : groups.error());
        row.sessions = std::move(*sessions);
        row.groups = std::move(*groups);
    }
    return rows;
}

Result<int> CourseRepository::count(const CourseQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("count courses"_L1, u"SELECT count(*) FROM courses"_s % filter.where);
    return select.bindAll(filter.values).count();
}

Result<QList<school::Session>> CourseRepository::sessions(int limit, int offset) const
{
    auto select = m_database.statement("list sessions"_L1, uR"(
        SELECT id, code, title, first_day, last_day FROM sessions
        ORDER BY first_day DESC, code_key LIMIT ?1 OFFSET ?2)"_s);
    return select.bind(limit).bind(offset).all(readSession);
}

Result<QList<school::Session>> CourseRepository::sessionsOf(CourseId course) const
{
    auto select = m_database.statement("sessions of course"_L1, uR"(
        SELECT id, code, title, first_day, last_day FROM sessions WHERE id IN (
            SELECT session_id FROM enrolments WHERE course_id = ?1
            UNION SELECT session_id FROM course_groups WHERE course_id = ?1
            UNION SELECT session_id FROM meetings WHERE course_id = ?1)
        ORDER BY first_day DESC, code_key)"_s);
    return select.bind(course).all(readSession);
}

Result<QList<school::Group>> CourseRepository::groupsOf(CourseId course) const
{
    auto select = m_database.statement("groups of course"_L1, uR"(
        SELECT id, course_id, session_id, code, title FROM course_groups WHERE course_id = ?1
        ORDER BY code_key, session_id)"_s);
    return select.bind(course).all(readGroup);
}

} // namespace lectern::store
