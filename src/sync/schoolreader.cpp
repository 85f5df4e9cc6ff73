// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schoolreader.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Certainty = store::OwnerClaim::Certainty;
using Status = store::RegistrantRow::Status;

/// In the sync state: Zoom's numbers of the meetings of the last school.
const QString listedKey = u"relay.meetings"_s;

template <typename T>
Result<void> outcomeOf(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

school::MeetingType typeOf(int zoomType)
{
    const auto type = static_cast<school::MeetingType>(zoomType);
    const bool isKnown = school::isWebinar(type) || school::isSeries(type) || school::hasFixedTime(type)
        || type == school::MeetingType::Instant || type == school::MeetingType::PersonalRoom;
    return isKnown ? type : school::MeetingType::Scheduled;
}

school::Meeting meetingOf(const feed::RelayMeeting &told, const school::Owner &owner)
{
    school::Meeting meeting;
    meeting.zoomId = told.id;
    meeting.type = typeOf(told.type);
    meeting.owner = owner;
    meeting.topic = told.topic;
    meeting.hostZoomUserId = told.hostId;
    meeting.start = told.start;
    meeting.duration = told.duration;
    meeting.timeZone = told.timeZone;
    meeting.joinUrl = told.joinUrl;
    for (const feed::RelayOccurrence &date : told.occurrences) {
        const bool isGone = date.status == u"deleted";
        meeting.occurrences.append({date.id, date.start, date.duration,
            isGone ? school::Occurrence::Status::Deleted : school::Occurrence::Status::Available});
    }
    return meeting;
}

/// Of what the list row says; dates and registrants are compared by themselves.
QByteArray fingerprintOf(const feed::RelayMeeting &told, const school::Meeting &meeting)
{
    const QStringList parts{told.topic, told.course, told.session, told.group, told.owner, told.joinUrl,
        told.hostId, QString::number(static_cast<int>(told.audience)),
        QString::number(static_cast<int>(meeting.type)), told.start.toString(Qt::ISODate),
        QString::number(told.duration.count()), QString::fromUtf8(told.timeZone)};
    return QCryptographicHash::hash(parts.join(u'\x1f').toUtf8(), QCryptographicHash::Sha1);
}

Status statusOf(const QString &word)
{
    if (word == u"pending")
        return Status::Pending;
    if (word == u"denied")
        return Status::Denied;
    return word == u"cancelled" ? Status::Cancelled : Status::Approved;
}

} // namespace

SchoolReader::SchoolReader(Repositories &store)
    : m_store(store)
{ }

Result<void> SchoolReader::store(const feed::RelaySchool &school, const feed::RelayAccess &access)
{
    return m_store.database.transaction([&]() -> Result<void> {
        if (const Result<void> people = storePeople(school, access); !people)
            return people;
        if (const Result<void> hosts = storeHosts(school); !hosts)
            return hosts;
        for (const feed::RelayCourse &course : school.courses) {
            if (const Result<void> stored = storeCourse(course); !stored)
                return stored;
        }
        for (const feed::RelayMeeting &meeting : school.meetings) {
            if (const Result<void> stored = storeMeeting(meeting); !stored)
                return stored;
        }
        return dropMissing(school);
    });
}

Result<void> SchoolReader::storePeople(const feed::RelaySchool &school, const feed::RelayAccess &access)
{
    QList<feed::RelayPerson> people = school.people;
    people.append({access.email, access.name, access.role});
    for (const feed::RelayPerson &told : people) {
        if (told.email.isEmpty())
            continue;
        const QString name = told.name.isEmpty() ? told.email : told.name;
        const Result<PersonId> saved = m_store.people.save({{}, name, told.email, told.role});
        if (!saved)
            return std::unexpected(saved.error());
    }
    return {};
}

Result<void> SchoolReader::storeHosts(const feed::RelaySchool &school)
{
    for (const feed::RelayHost &told : school.hosts) {
        const Result<std::optional<school::Host>> known = m_store.hosts.find(told.id);
        const Result<std::optional<school::Person>> person = m_store.people.findByEmail(told.email);
        if (!known || !person)
            return std::unexpected(known ? person.error() : known.error());
        school::Host host =
            known->value_or(school::Host{.zoomUserId = told.id, .email = {}, .name = {}, .timeZone = {}});
        host.email = told.email;
        host.name = *person ? (*person)->name : told.email;
        if (const Result<bool> saved = m_store.hosts.save(host); !saved)
            return std::unexpected(saved.error());
    }
    return {};
}

Result<void> SchoolReader::storeCourse(const feed::RelayCourse &course)
{
    const Result<CourseId> id =
        m_store.courses.save({{}, course.code, course.title, school::Course::Origin::Roster});
    if (!id)
        return std::unexpected(id.error());
    store::EnrolmentQuery query;
    query.course = *id;
    query.limit = std::numeric_limits<int>::max();
    Result<QList<school::Enrolment>> gone = m_store.courses.enrolments(query);
    const Result<QList<school::Enrolment>> wanted = enrolmentsOf(*id, course);
    if (!gone || !wanted)
        return std::unexpected(gone ? wanted.error() : gone.error());
    for (const school::Enrolment &enrolment : *wanted) {
        if (gone->removeAll(enrolment) > 0)
            continue;
        if (const Result<void> enrolled = m_store.courses.enrol(enrolment); !enrolled)
            return enrolled;
    }
    for (const school::Enrolment &enrolment : std::as_const(*gone)) {
        if (const Result<void> removed = m_store.courses.unenrol(enrolment); !removed)
            return removed;
    }
    return {};
}

Result<QList<school::Enrolment>> SchoolReader::enrolmentsOf(
    CourseId course, const feed::RelayCourse &told) const
{
    // Who is in parts of the course is told with all of these; whoever is not, is in all of it.
    QList<feed::RelayEnrolment> all = told.enrolments;
    std::set<std::pair<school::EnrolmentRole, QString>> inParts;
    for (const feed::RelayEnrolment &one : told.enrolments)
        inParts.insert({one.role, one.email.toCaseFolded()});
    const auto addOthers = [&](const QStringList &emails, school::EnrolmentRole role) {
        for (const QString &email : emails) {
            if (!inParts.contains({role, email.toCaseFolded()}))
                all.append({email, role, {}, {}});
        }
    };
    addOthers(told.teachers, school::EnrolmentRole::Teacher);
    addOthers(told.learners, school::EnrolmentRole::Learner);
    QList<school::Enrolment> enrolments;
    for (const feed::RelayEnrolment &one : std::as_const(all)) {
        const bool teaches = one.role == school::EnrolmentRole::Teacher;
        const Result<PersonId> person =
            m_store.people.findOrAdd(one.email, teaches ? school::Role::Teacher : school::Role::Learner);
        if (!person)
            return std::unexpected(person.error());
        const Result<school::Enrolment> enrolment =
            placed({.person = *person, .course = course, .session = {}, .group = {}, .role = one.role}, one);
        if (!enrolment)
            return std::unexpected(enrolment.error());
        enrolments.append(*enrolment);
    }
    return enrolments;
}

Result<school::Enrolment> SchoolReader::placed(
    school::Enrolment enrolment, const feed::RelayEnrolment &told) const
{
    if (!told.session.isEmpty()) {
        const Result<SessionId> session = m_store.courses.findOrAddSession(told.session);
        if (!session)
            return std::unexpected(session.error());
        enrolment.session = *session;
    }
    if (!told.group.isEmpty()) {
        const Result<GroupId> group =
            m_store.courses.findOrAddGroup(enrolment.course, enrolment.session, told.group);
        if (!group)
            return std::unexpected(group.error());
        enrolment.group = *group;
    }
    return enrolment;
}

Result<school::Owner> SchoolReader::ownerOf(const feed::RelayMeeting &meeting) const
{
    std::optional<school::OwnerTag> tag;
    if (meeting.audience == feed::RelayAudience::Everyone)
        tag = school::OwnerTag{school::OwnerTag::Everyone{}, {}};
    else if (!meeting.course.isEmpty())
        tag = school::OwnerTag{school::OwnerTag::Course{meeting.course, meeting.session, meeting.group}, {}};
    else if (!meeting.owner.isEmpty())
        tag = school::OwnerTag{school::OwnerTag::Person{meeting.owner}, {}};
    const Result<store::OwnerClaim> claim = m_store.owners.claim(tag, meeting.hostId);
    return claim ? Result<school::Owner>(claim->owner) : std::unexpected(claim.error());
}

Result<void> SchoolReader::storeMeeting(const feed::RelayMeeting &told)
{
    const Result<school::Owner> owner = ownerOf(told);
    if (!owner)
        return std::unexpected(owner.error());
    store::RemoteListRow row;
    row.meeting = meetingOf(told, *owner);
    row.owner = {*owner, Certainty::Tag};
    row.fingerprint = fingerprintOf(told, row.meeting);
    row.remote = "{}";
    const Result<store::Upserted> upserted = m_store.meetings.upsert(row);
    if (!upserted)
        return std::unexpected(upserted.error());
    if (const Result<void> dated = storeDates(upserted->meeting, row.meeting); !dated)
        return dated;
    if (const Result<void> started = storeStart(upserted->meeting, told.startedAt); !started)
        return started;
    return storeRegistrants(upserted->meeting, told.registrants);
}

/// Who came too late for the event hears of it here; what came later from Zoom is not undone.
Result<void> SchoolReader::storeStart(MeetingId id, const QDateTime &startedAt)
{
    constexpr auto longestMeeting = std::chrono::hours(30); // Zoom's
    if (!startedAt.isValid() || startedAt.addDuration(longestMeeting) < m_store.clock.now())
        return {};
    return outcomeOf(m_store.events.started(id, {}, startedAt, startedAt));
}

Result<void> SchoolReader::storeDates(MeetingId id, const school::Meeting &told)
{
    const Result<std::optional<school::Meeting>> stored = m_store.meetings.find(id);
    if (!stored || !*stored || told.occurrences.isEmpty() || (*stored)->occurrences == told.occurrences)
        return outcomeOf(stored);
    school::Meeting meeting = **stored;
    meeting.occurrences = told.occurrences;
    return m_store.meetings.save(meeting);
}

Result<void> SchoolReader::storeRegistrants(MeetingId id, const QList<feed::RelayRegistrant> &registrants)
{
    for (const feed::RelayRegistrant &told : registrants) {
        const Result<std::optional<store::RegistrantRow>> known =
            m_store.registrants.findByEmail(id, told.email);
        const Result<std::optional<school::Person>> person = m_store.people.findByEmail(told.email);
        if (!known || !person)
            return std::unexpected(known ? person.error() : known.error());
        store::RegistrantRow row = known->value_or(store::RegistrantRow());
        row.meeting = id;
        // Where the relay does not tell Zoom's id, the next event about this registration does.
        if (row.zoomRegistrantId.isEmpty())
            row.zoomRegistrantId = told.id.isEmpty() ? store::registrantWithoutId(told.email) : told.id;
        row.name = *person ? (*person)->name : told.email;
        row.email = told.email;
        row.status = statusOf(told.status);
        row.joinUrl = told.joinUrl;
        if (const Result<RegistrantId> saved = m_store.registrants.save(row); !saved)
            return std::unexpected(saved.error());
    }
    return {};
}

Result<void> SchoolReader::dropMissing(const feed::RelaySchool &school)
{
    const Result<std::optional<QString>> before = m_store.state.value(listedKey);
    if (!before)
        return std::unexpected(before.error());
    QStringList now;
    for (const feed::RelayMeeting &meeting : school.meetings)
        now.append(QString::number(meeting.id));
    const QSet<QString> listed(now.begin(), now.end());
    for (const QString &last : before->value_or(QString()).split(u' ', Qt::SkipEmptyParts)) {
        if (listed.contains(last))
            continue;
        const Result<std::optional<MeetingId>> id = m_store.meetings.idForZoomId(last.toLongLong());
        const Result<void> dropped = id && *id ? m_store.meetings.markDeleted(**id) : outcomeOf(id);
        if (!dropped)
            return dropped;
    }
    return m_store.state.set(listedKey, now.join(u' '));
}

} // namespace lectern::sync
