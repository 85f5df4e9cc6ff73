// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schoolbuilder.h"

#include <QHash>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

constexpr int all = std::numeric_limits<int>::max();
constexpr int daysBack = 7;

/// Registrations of meetings before are of no use to anybody.
store::MeetingQuery wantedMeetings(const Clock &clock)
{
    store::MeetingQuery query;
    query.from = clock.now().addDays(-daysBack);
    query.series = store::MeetingQuery::Series::OneLine;
    query.limit = all;
    return query;
}

QString wordOf(store::RegistrantRow::Status status)
{
    switch (status) {
    case store::RegistrantRow::Status::Approved:
        return u"approved"_s;
    case store::RegistrantRow::Status::Pending:
        return u"pending"_s;
    case store::RegistrantRow::Status::Denied:
        return u"denied"_s;
    case store::RegistrantRow::Status::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

/// Zoom's; empty where only the e-mail is known.
QString idOf(const store::RegistrantRow &row)
{
    const bool hasNone = row.zoomRegistrantId == store::registrantWithoutId(row.email);
    return hasNone ? QString() : row.zoomRegistrantId;
}

class Builder
{
public:
    explicit Builder(const Repositories &store)
        : m_store(store)
    { }

    Result<feed::RelaySchool> build()
    {
        for (const auto step : {&Builder::addPeople, &Builder::addSessions, &Builder::addCourses,
                 &Builder::addHosts, &Builder::addMeetings}) {
            if (const Result<void> added = (this->*step)(); !added)
                return std::unexpected(added.error());
        }
        return m_school;
    }

private:
    Result<void> addPeople()
    {
        const Result<QList<school::Person>> people =
            m_store.people.list({.text = {}, .role = {}, .limit = all});
        if (!people)
            return std::unexpected(people.error());
        for (const school::Person &person : *people) {
            m_school.people.append({person.email, person.name, person.role});
            m_emails.insert(person.id, person.email);
        }
        return {};
    }

    Result<void> addSessions()
    {
        const Result<QList<school::Session>> sessions = m_store.courses.sessions(all);
        if (!sessions)
            return std::unexpected(sessions.error());
        for (const school::Session &session : *sessions)
            m_sessions.insert(session.id, session.code);
        return {};
    }

    Result<void> addGroups(CourseId course)
    {
        const Result<QList<school::Group>> groups = m_store.courses.groupsOf(course);
        if (!groups)
            return std::unexpected(groups.error());
        for (const school::Group &group : *groups)
            m_groups.insert(group.id, group);
        return {};
    }

    Result<void> addCourses()
    {
        store::CourseQuery query;
        query.limit = all;
        const Result<QList<store::CourseRow>> courses = m_store.courses.list(query);
        if (!courses)
            return std::unexpected(courses.error());
        for (const store::CourseRow &row : *courses) {
            if (const Result<void> added = addCourse(row.course); !added)
                return added;
        }
        return {};
    }

    Result<void> addCourse(const school::Course &course)
    {
        store::EnrolmentQuery query;
        query.course = course.id;
        query.limit = all;
        const Result<QList<school::Enrolment>> enrolments = m_store.courses.enrolments(query);
        if (!enrolments)
            return std::unexpected(enrolments.error());
        if (const Result<void> groups = addGroups(course.id); !groups)
            return groups;
        feed::RelayCourse told{course.code, course.title, {}, {}, {}};
        QSet<PersonId> inParts;
        for (const school::Enrolment &enrolment : *enrolments) {
            const bool teaches = enrolment.role == school::EnrolmentRole::Teacher;
            QStringList &list = teaches ? told.teachers : told.learners;
            const QString email = m_emails.value(enrolment.person);
            if (!list.contains(email))
                list.append(email);
            if (enrolment.session || enrolment.group)
                inParts.insert(enrolment.person);
        }
        for (const school::Enrolment &enrolment : *enrolments) {
            if (inParts.contains(enrolment.person))
                told.enrolments.append(toldOf(enrolment));
        }
        m_codes.insert(course.id, course.code);
        m_school.courses.append(told);
        return {};
    }

    [[nodiscard]] feed::RelayEnrolment toldOf(const school::Enrolment &enrolment) const
    {
        return {m_emails.value(enrolment.person), enrolment.role,
            sessionOf(enrolment.session, enrolment.group), groupOf(enrolment.group)};
    }

    /// A group may be of a session; then so is who is in it.
    [[nodiscard]] QString sessionOf(
        const std::optional<SessionId> &session, const std::optional<GroupId> &group) const
    {
        const std::optional<SessionId> its = group ? m_groups.value(*group).session : std::nullopt;
        const std::optional<SessionId> known = session ? session : its;
        return known ? m_sessions.value(*known) : QString();
    }

    [[nodiscard]] QString groupOf(const std::optional<GroupId> &group) const
    {
        return group ? m_groups.value(*group).code : QString();
    }

    Result<void> addHosts()
    {
        store::HostQuery query;
        query.include = store::HostQuery::Include::All;
        query.limit = all;
        const Result<QList<school::Host>> hosts = m_store.hosts.list(query);
        if (!hosts)
            return std::unexpected(hosts.error());
        for (const school::Host &host : *hosts) {
            if (host.state != school::Host::State::Gone)
                m_school.hosts.append({host.zoomUserId, host.email});
        }
        return {};
    }

    Result<void> addMeetings()
    {
        const Result<QList<store::MeetingRow>> rows = m_store.lines.list(wantedMeetings(m_store.clock));
        if (!rows)
            return std::unexpected(rows.error());
        QSet<MeetingId> added;
        for (const store::MeetingRow &row : *rows) {
            if (row.zoomId == 0 || added.contains(row.meeting))
                continue;
            added.insert(row.meeting);
            if (const Result<void> done = addMeeting(row); !done)
                return done;
        }
        return {};
    }

    Result<void> addMeeting(const store::MeetingRow &row)
    {
        const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(row.meeting);
        if (!meeting || !*meeting)
            return meeting ? Result<void>() : std::unexpected(meeting.error());
        feed::RelayMeeting told = toldOf(**meeting);
        if (row.registrantsApproved + row.registrantsPending > 0) {
            const Result<void> registered = addRegistrants(row.meeting, told);
            if (!registered)
                return registered;
        }
        m_school.meetings.append(told);
        return {};
    }

    [[nodiscard]] feed::RelayMeeting toldOf(const school::Meeting &meeting) const
    {
        feed::RelayMeeting told;
        told.id = meeting.zoomId;
        told.topic = meeting.topic;
        told.type = static_cast<int>(meeting.type);
        told.start = meeting.start;
        told.duration = meeting.duration;
        told.timeZone = meeting.timeZone;
        told.hostId = meeting.hostZoomUserId;
        told.joinUrl = meeting.joinUrl;
        tellOwner(meeting.owner, told);
        for (const school::Occurrence &date : meeting.occurrences) {
            const bool isGone = date.status == school::Occurrence::Status::Deleted;
            told.occurrences.append(
                {date.id, date.start, date.duration, isGone ? u"deleted"_s : u"available"_s});
        }
        return told;
    }

    void tellOwner(const school::Owner &owner, feed::RelayMeeting &told) const
    {
        if (const auto *course = std::get_if<school::CourseOwner>(&owner)) {
            told.course = m_codes.value(course->course);
            told.session = sessionOf(course->session, course->group);
            told.group = groupOf(course->group);
        } else if (const auto *person = std::get_if<school::PersonOwner>(&owner)) {
            told.owner = m_emails.value(person->person);
        } else {
            told.audience = feed::RelayAudience::Everyone;
        }
    }

    Result<void> addRegistrants(MeetingId meeting, feed::RelayMeeting &told)
    {
        store::RegistrantQuery query;
        query.meeting = meeting;
        query.limit = all;
        const Result<QList<store::RegistrantRow>> rows = m_store.registrants.list(query);
        if (!rows)
            return std::unexpected(rows.error());
        for (const store::RegistrantRow &row : *rows)
            told.registrants.append({idOf(row), row.email, row.joinUrl, wordOf(row.status)});
        return {};
    }

    const Repositories &m_store;
    feed::RelaySchool m_school;
    QHash<PersonId, QString> m_emails;
    QHash<CourseId, QString> m_codes;
    QHash<SessionId, QString> m_sessions;
    QHash<GroupId, school::Group> m_groups;
};

} // namespace

Result<feed::RelaySchool> buildSchool(const Repositories &store)
{
    return Builder(store).build();
}

} // namespace lectern::sync
