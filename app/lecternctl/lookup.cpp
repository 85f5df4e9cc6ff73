// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup.h"

#include "store/courserepository.h"
#include "store/hostrepository.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/personrepository.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace lectern::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ctl::Lookup)
};

std::unexpected<Error> missing(const QString &message)
{
    return failure(ErrorCode::Invalid, message);
}

QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

} // namespace

Lookup::Lookup(store::Database &reader, const Clock &clock)
    : m_reader(reader)
    , m_clock(clock)
{ }

Result<MeetingId> Lookup::meeting(const std::string &id) const
{
    bool isNumber = false;
    const qint64 number = text(id).toLongLong(&isNumber);
    const store::MeetingRepository meetings(m_reader, m_clock);
    if (isNumber) {
        const auto own = meetings.find(MeetingId{number});
        if (!own)
            return std::unexpected(own.error());
        if (*own)
            return (*own)->id;
        const Result<std::optional<MeetingId>> remote = meetings.idForZoomId(number);
        if (!remote)
            return std::unexpected(remote.error());
        if (*remote)
            return **remote;
    }
    return missing(Words::tr("There is no meeting %1. List them with: lecternctl meetings").arg(text(id)));
}

Result<CourseId> Lookup::course(const std::string &code) const
{
    const store::CourseRepository courses(m_reader, m_clock);
    const Result<std::optional<school::Course>> course = courses.findByCode(text(code));
    if (!course)
        return std::unexpected(course.error());
    if (!*course)
        return missing(
            Words::tr("There is no course %1. List them with: lecternctl courses").arg(text(code)));
    return (*course)->id;
}

Result<std::optional<school::Owner>> Lookup::owner(const Arguments &arguments) const
{
    using Owner = std::optional<school::Owner>;
    if (arguments.everyone)
        return Owner(school::Everyone{});
    if (!arguments.course.empty()) {
        const Result<school::Owner> owner = courseOwner(arguments);
        return owner ? Result<Owner>(*owner) : std::unexpected(owner.error());
    }
    if (arguments.person.empty())
        return Owner();
    const store::PersonRepository people(m_reader);
    const Result<std::optional<school::Person>> person = people.findByEmail(text(arguments.person));
    if (!person)
        return std::unexpected(person.error());
    if (!*person)
        return missing(Words::tr("There is nobody with the e-mail %1. List people with: lecternctl people")
                .arg(text(arguments.person)));
    return Owner(school::PersonOwner{(*person)->id});
}

Result<school::Owner> Lookup::courseOwner(const Arguments &arguments) const
{
    const Result<CourseId> found = course(arguments.course);
    if (!found)
        return std::unexpected(found.error());
    const store::CourseRepository courses(m_reader, m_clock);
    school::CourseOwner owner{.course = *found, .session = {}, .group = {}};
    if (!arguments.session.empty()) {
        const auto session = courses.findSessionByCode(text(arguments.session));
        if (!session)
            return std::unexpected(session.error());
        if (!*session)
            return missing(Words::tr("There is no session %1.").arg(text(arguments.session)));
        owner.session = (*session)->id;
    }
    if (arguments.group.empty())
        return school::Owner(owner);
    const Result<QList<school::Group>> groups = courses.groupsOf(*found);
    if (!groups)
        return std::unexpected(groups.error());
    for (const school::Group &group : *groups) {
        const bool sameCode = group.code.compare(text(arguments.group), Qt::CaseInsensitive) == 0;
        if (sameCode && (!owner.session || !group.session || owner.session == group.session))
            owner.group = group.id;
    }
    if (!owner.group)
        return missing(
            Words::tr("The course %1 has no group %2.").arg(text(arguments.course), text(arguments.group)));
    return school::Owner(owner);
}

Result<QString> Lookup::hostByEmail(const QString &email) const
{
    const Result<std::optional<school::Host>> host = store::HostRepository(m_reader).findByEmail(email);
    if (!host)
        return std::unexpected(host.error());
    return *host ? (*host)->zoomUserId : QString();
}

Result<QString> Lookup::host(const Arguments &arguments, const school::Owner &owner) const
{
    Result<QString> host = QString();
    if (!arguments.host.empty())
        host = hostByEmail(text(arguments.host));
    else if (!arguments.person.empty())
        host = hostByEmail(text(arguments.person));
    else
        host = usualHost(owner);
    if (host && host->isEmpty())
        return missing(Words::tr("Say who hosts it: --host with the e-mail of a Zoom user of the account."));
    return host;
}

Result<QString> Lookup::usualHost(const school::Owner &owner) const
{
    store::MeetingQuery query;
    if (const auto *course = std::get_if<school::CourseOwner>(&owner)) {
        const Result<QString> teacher = hostOfCourse(course->course);
        if (!teacher || !teacher->isEmpty())
            return teacher;
        query.course = course->course;
    } else {
        query.kind = school::MeetingKind::Global;
    }
    const Result<QString> host = hostOfMeetings(query);
    return host && host->isEmpty() ? hostAmongAdministrators() : host;
}

Result<QString> Lookup::hostOfMeetings(const store::MeetingQuery &query) const
{
    store::MeetingQuery latest = query;
    latest.order = Qt::DescendingOrder;
    latest.limit = 1;
    const auto rows = store::MeetingListRepository(m_reader, m_clock).list(latest);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return QString();
    const auto host = store::HostRepository(m_reader).find(rows->first().hostZoomUserId);
    if (!host)
        return std::unexpected(host.error());
    const bool isStillThere = *host && (*host)->state == school::Host::State::Active;
    return isStillThere ? (*host)->zoomUserId : QString();
}

Result<QString> Lookup::hostAmongAdministrators() const
{
    const auto people =
        store::PersonRepository(m_reader).list({.text = {}, .role = school::Role::Administrator});
    if (!people)
        return std::unexpected(people.error());
    for (const school::Person &person : *people) {
        const Result<QString> host = hostByEmail(person.email);
        if (!host || !host->isEmpty())
            return host;
    }
    return QString();
}

Result<QString> Lookup::hostOfCourse(CourseId course) const
{
    store::EnrolmentQuery query;
    query.course = course;
    const store::CourseRepository courses(m_reader, m_clock);
    const Result<QList<school::Enrolment>> enrolments = courses.enrolments(query);
    if (!enrolments)
        return std::unexpected(enrolments.error());
    for (const school::Enrolment &enrolment : *enrolments) {
        if (enrolment.role != school::EnrolmentRole::Teacher)
            continue;
        const auto person = store::PersonRepository(m_reader).find(enrolment.person);
        if (!person)
            return std::unexpected(person.error());
        const Result<QString> host = *person ? hostByEmail((*person)->email) : Result<QString>(QString());
        if (!host || !host->isEmpty())
            return host;
    }
    return QString();
}

Result<QDateTime> parseMoment(const std::string &argument)
{
    const QDateTime moment = QDateTime::fromString(text(argument), Qt::ISODate);
    const bool hasOffset = moment.isValid() && moment.timeSpec() != Qt::LocalTime;
    if (!hasOffset)
        return missing(
            Words::tr("%1 is no moment: write it as 2026-03-02T09:00:00+01:00.").arg(text(argument)));
    return moment.toUTC();
}

Result<QDateTime> parseDay(const std::string &argument)
{
    const QDate day = QDate::fromString(text(argument), Qt::ISODate);
    if (!day.isValid())
        return missing(Words::tr("%1 is no day: write it as 2026-03-02.").arg(text(argument)));
    return day.startOfDay().toUTC();
}

} // namespace lectern::ctl
