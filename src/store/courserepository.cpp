// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/courserepository.h"

#include "store/courserows.h"
#include "store/database.h"
#include "store/meetinglines.h"
#include "store/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Course;
using school::Enrolment;
using school::Group;
using school::Session;

Result<CourseId> write(Database &database, const Course &course)
{
    auto save = database.statement("save course"_L1, uR"(
        INSERT INTO courses (id, code, code_key, title, origin, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET code = ?2, code_key = ?3, title = ?4, origin = ?5, words = ?6
        RETURNING id)"_s);
    save.bind(course.id).bind(course.code.trimmed()).bind(folded(course.code)).bind(course.title);
    save.bind(course.origin).bind(wordColumn(searchWords(course.code % u' ' % course.title)));
    return save.returnedId<CourseId>();
}

Result<SessionId> write(Database &database, const Session &session)
{
    auto save = database.statement("save session"_L1, uR"(
        INSERT INTO sessions (id, code, code_key, title, first_day, last_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET code = ?2, code_key = ?3, title = ?4, first_day = ?5, last_day = ?6
        RETURNING id)"_s);
    save.bind(session.id).bind(session.code.trimmed()).bind(folded(session.code)).bind(session.title);
    return save.bind(session.firstDay).bind(session.lastDay).returnedId<SessionId>();
}

Result<GroupId> write(Database &database, const Group &group)
{
    auto save = database.statement("save group"_L1, uR"(
        INSERT INTO course_groups (id, course_id, session_id, code, code_key, title)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET course_id = ?2, session_id = ?3, code = ?4, code_key = ?5, title = ?6
        RETURNING id)"_s);
    save.bind(group.id).bind(group.course).bind(group.session).bind(group.code.trimmed());
    return save.bind(folded(group.code)).bind(group.title).returnedId<GroupId>();
}

Result<std::optional<Group>> groupByCode(
    Database &database, CourseId course, std::optional<SessionId> session, const QString &code)
{
    auto select = database.statement("group by code"_L1, uR"(
        SELECT id, course_id, session_id, code, title FROM course_groups
        WHERE course_id = ?1 AND coalesce(session_id, 0) = coalesce(?2, 0) AND code_key = ?3)"_s);
    return select.bind(course).bind(session).bind(folded(code)).first(readGroup);
}

class CourseText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Course)
};

std::unexpected<Error> codeTaken(const QString &message)
{
    return std::unexpected(Error{.code = ErrorCode::Invalid,
        .message = message,
        .fields = {FieldError{.field = u"code"_s, .message = message}}});
}

template <typename Thing>
bool isAnother(const std::optional<Thing> &there, const Thing &saved)
{
    return there && there->id != saved.id;
}

bool knowsLess(const Course &course, const std::optional<Course> &there)
{
    return there && course.origin == Course::Origin::Placeholder
        && there->origin != Course::Origin::Placeholder;
}

} // namespace

CourseRepository::CourseRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<CourseId> CourseRepository::save(const Course &course)
{
    return m_database.transaction([&]() -> Result<CourseId> {
        const auto there = course.id.isValid() ? find(course.id) : findByCode(course.code);
        if (!there)
            return std::unexpected(there.error());
        if (knowsLess(course, *there))
            return (*there)->id;
        Course saved = course;
        saved.id = *there ? (*there)->id : CourseId{};
        if (*there == saved)
            return saved.id;
        const auto taken = findByCode(saved.code);
        if (!taken)
            return std::unexpected(taken.error());
        if (isAnother(*taken, saved))
            return codeTaken(CourseText::tr("Another course already has the code %1.").arg(saved.code));
        const auto id = write(m_database, saved);
        if (!id)
            return id;
        m_database.touch(ChangeNotice::Courses);
        if (*there) {
            m_database.touch(ChangeNotice::Meetings);
            if (auto done = refreshCourseCopies(m_database, *id); !done)
                return std::unexpected(done.error());
        }
        return id;
    });
}

Result<SessionId> CourseRepository::save(const Session &session)
{
    return m_database.transaction([&]() -> Result<SessionId> {
        const auto there = session.id.isValid() ? find(session.id) : findSessionByCode(session.code);
        if (!there)
            return std::unexpected(there.error());
        Session saved = session;
        saved.id = *there ? (*there)->id : SessionId{};
        const auto taken = findSessionByCode(saved.code);
        if (!taken)
            return std::unexpected(taken.error());
        if (isAnother(*taken, saved))
            return codeTaken(CourseText::tr("Another session already has the code %1.").arg(saved.code));
        m_database.touch(ChangeNotice::Courses);
        return write(m_database, saved);
    });
}

Result<GroupId> CourseRepository::save(const Group &group)
{
    return m_database.transaction([&]() -> Result<GroupId> {
        const auto there = group.id.isValid()
            ? find(group.id)
            : groupByCode(m_database, group.course, group.session, group.code);
        if (!there)
            return std::unexpected(there.error());
        Group saved = group;
        saved.id = *there ? (*there)->id : GroupId{};
        const auto taken = groupByCode(m_database, saved.course, saved.session, saved.code);
        if (!taken)
            return std::unexpected(taken.error());
        if (isAnother(*taken, saved))
            return codeTaken(
                CourseText::tr("Another group of this course already has the code %1.").arg(saved.code));
        m_database.touch(ChangeNotice::Courses);
        return write(m_database, saved);
    });
}

Result<CourseId> CourseRepository::findOrAddCourse(const QString &code)
{
    return save(Course{.id = {}, .code = code, .title = code, .origin = Course::Origin::Placeholder});
}

Result<SessionId> CourseRepository::findOrAddSession(const QString &code)
{
    return m_database.transaction([&]() -> Result<SessionId> {
        const auto there = findSessionByCode(code);
        if (!there)
            return std::unexpected(there.error());
        return *there ? (*there)->id
                      : save(Session{.id = {}, .code = code, .title = code, .firstDay = {}, .lastDay = {}});
    });
}

Result<GroupId> CourseRepository::findOrAddGroup(
    CourseId course, std::optional<SessionId> session, const QString &code)
{
    return m_database.transaction([&]() -> Result<GroupId> {
        const auto there = groupByCode(m_database, course, session, code);
        if (!there)
            return std::unexpected(there.error());
        return *there
            ? (*there)->id
            : save(Group{.id = {}, .course = course, .session = session, .code = code, .title = code});
    });
}

Result<std::optional<Course>> CourseRepository::find(CourseId id) const
{
    auto select = m_database.statement(
        "find course"_L1, u"SELECT id, code, title, origin FROM courses WHERE id = ?1"_s);
    return select.bind(id).first(readCourse);
}

Result<std::optional<Session>> CourseRepository::find(SessionId id) const
{
    auto select = m_database.statement(
        "find session"_L1, u"SELECT id, code, title, first_day, last_day FROM sessions WHERE id = ?1"_s);
    return select.bind(id).first(readSession);
}

Result<std::optional<Group>> CourseRepository::find(GroupId id) const
{
    auto select = m_database.statement(
        "find group"_L1, u"SELECT id, course_id, session_id, code, title FROM course_groups WHERE id = ?1"_s);
    return select.bind(id).first(readGroup);
}

Result<std::optional<Course>> CourseRepository::findByCode(const QString &code) const
{
    auto select = m_database.statement(
        "find course by code"_L1, u"SELECT id, code, title, origin FROM courses WHERE code_key = ?1"_s);
    return select.bind(folded(code)).first(readCourse);
}

Result<std::optional<Session>> CourseRepository::findSessionByCode(const QString &code) const
{
    auto select = m_database.statement("find session by code"_L1,
        u"SELECT id, code, title, first_day, last_day FROM sessions WHERE code_key = ?1"_s);
    return select.bind(folded(code)).first(readSession);
}

Result<void> CourseRepository::enrol(const Enrolment &enrolment)
{
    return m_database.transaction([&]() -> Result<void> {
        auto insert = m_database.statement("enrol"_L1, uR"(
            INSERT OR REPLACE INTO enrolments (person_id, course_id, session_id, group_id, role)
            VALUES (?1, ?2, ?3, ?4, ?5))"_s);
        insert.bind(enrolment.person).bind(enrolment.course).bind(enrolment.session).bind(enrolment.group);
        m_database.touch(ChangeNotice::Courses);
        return insert.bind(enrolment.role).run();
    });
}

Result<void> CourseRepository::unenrol(const Enrolment &enrolment)
{
    return m_database.transaction([&]() -> Result<void> {
        auto remove = m_database.statement("unenrol"_L1, uR"(
            DELETE FROM enrolments
            WHERE person_id = ?1 AND course_id = ?2 AND session_id IS ?3 AND group_id IS ?4)"_s);
        remove.bind(enrolment.person).bind(enrolment.course).bind(enrolment.session);
        m_database.touch(ChangeNotice::Courses);
        return remove.bind(enrolment.group).run();
    });
}

Result<QList<Enrolment>> CourseRepository::enrolments(const EnrolmentQuery &query) const
{
    auto select = m_database.statement("list enrolments"_L1, uR"(
        SELECT person_id, course_id, session_id, group_id, role FROM enrolments
        WHERE (?1 IS NULL OR course_id = ?1) AND (?2 IS NULL OR person_id = ?2)
        ORDER BY course_id, role DESC, person_id, session_id, group_id LIMIT ?3 OFFSET ?4)"_s);
    select.bind(query.course).bind(query.person).bind(query.limit).bind(query.offset);
    return select.all(readEnrolment);
}

} // namespace lectern::store
