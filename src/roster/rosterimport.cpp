// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/rosterimport.h"

#include "roster/oneroster.h"

#include <algorithm>

namespace lectern::roster {

namespace {

template <typename List, typename Write>
Result<void> forEach(const List &list, Write write)
{
    for (const auto &item : list)
        if (Result<void> done = write(item); !done)
            return done;
    return {};
}

/// Keeps the id under `key`, or hands the failure on.
template <typename Hash, typename Id>
Result<void> keep(Hash &ids, const typename Hash::key_type &key, const Result<Id> &id)
{
    if (!id)
        return std::unexpected(id.error());
    ids.insert(key, *id);
    return {};
}

} // namespace

RosterImport::RosterImport(store::Database &database, const Clock &clock)
    : m_database(database)
    , m_people(database)
    , m_courses(database, clock)
{ }

Result<void> RosterImport::write(const Roster &roster)
{
    return m_database.transaction([&] { return writeAll(roster); });
}

Result<void> RosterImport::writeAll(const Roster &roster)
{
    Result<void> done = forEach(roster.people, [this](const auto &person) { return writePerson(person); });
    if (done)
        done = forEach(roster.courses, [this](const auto &course) { return writeCourse(course); });
    if (done)
        done = forEach(roster.sessions, [this](const auto &session) { return writeSession(session); });
    if (done)
        done = forEach(roster.groups, [this](const auto &group) { return writeGroup(group); });
    if (done)
        done =
            forEach(roster.enrolments, [this](const auto &enrolment) { return writeEnrolment(enrolment); });
    return done;
}

Result<void> RosterImport::writePerson(const RosterPerson &person)
{
    const auto known = m_people.findByEmail(person.email);
    if (!known)
        return std::unexpected(known.error());
    school::Person saved{.id = {}, .name = person.name, .email = person.email, .role = person.role};
    if (*known) {
        saved.id = (*known)->id;
        saved.role = std::max((*known)->role, person.role);
    }
    return keep(m_personIds, person.email.toCaseFolded(), m_people.save(saved));
}

Result<void> RosterImport::writeCourse(const RosterCourse &course)
{
    const auto known = m_courses.findByCode(course.code);
    if (!known)
        return std::unexpected(known.error());
    if (*known && (*known)->origin == school::Course::Origin::Local) {
        m_courseIds.insert(course.code, (*known)->id);
        return {};
    }
    const school::Course saved{.id = *known ? (*known)->id : CourseId{},
        .code = course.code,
        .title = course.title,
        .origin = school::Course::Origin::Roster};
    return keep(m_courseIds, course.code, m_courses.save(saved));
}

Result<void> RosterImport::writeSession(const RosterSession &session)
{
    const school::Session saved{.id = {},
        .code = session.code,
        .title = session.title,
        .firstDay = session.firstDay,
        .lastDay = session.lastDay};
    return keep(m_sessionIds, session.code, m_courses.save(saved));
}

std::optional<SessionId> RosterImport::session(const QString &code) const
{
    return code.isEmpty() ? std::optional<SessionId>() : m_sessionIds.value(code);
}

Result<void> RosterImport::writeGroup(const RosterGroup &group)
{
    const school::Group saved{.id = {},
        .course = m_courseIds.value(group.course),
        .session = session(group.session),
        .code = group.code,
        .title = group.title};
    return keep(m_groupIds, Key{group.course, group.session, group.code}, m_courses.save(saved));
}

Result<void> RosterImport::writeEnrolment(const RosterEnrolment &enrolment)
{
    school::Enrolment saved{.person = m_personIds.value(enrolment.email.toCaseFolded()),
        .course = m_courseIds.value(enrolment.course),
        .session = session(enrolment.session),
        .group = {},
        .role = enrolment.role};
    if (!enrolment.group.isEmpty())
        saved.group = m_groupIds.value(Key{enrolment.course, enrolment.session, enrolment.group});
    return m_courses.enrol(saved);
}

Result<QStringList> importOneRoster(
    store::Database &database, const Clock &clock, const QHash<QString, QByteArray> &files)
{
    const Result<Roster> roster = readOneRoster(files);
    if (!roster)
        return std::unexpected(roster.error());
    const Result<void> written = RosterImport(database, clock).write(*roster);
    if (!written)
        return std::unexpected(written.error());
    return roster->leftOut;
}

} // namespace lectern::roster
