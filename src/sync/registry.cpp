// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/registry.h"

#include "sync/words.h"

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Availability = store::GlobalMeetingRow::Availability;

bool looksLikeEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at == text.lastIndexOf(u'@') && at < text.size() - 1 && !text.contains(u' ');
}

store::GlobalMeetingRow rowOf(const GlobalMeetingRules &rules)
{
    return {.availability = rules.enabled ? Availability::Enabled : Availability::Disabled,
        .minimumRole = rules.minimumRole,
        .hostZoomUserId = rules.hostZoomUserId,
        .topic = rules.topic.trimmed()};
}

} // namespace

bool isCommonRoom(const store::MeetingRow &line)
{
    return line.kind == school::MeetingKind::Global && line.type == school::MeetingType::RecurringNoFixedTime;
}

Registry::Registry(Repositories &store, ChangeDesk &desk, RosterReader roster)
    : m_store(store)
    , m_desk(desk)
    , m_roster(std::move(roster))
{ }

Result<QList<FieldError>> Registry::check(const school::Course &course) const
{
    if (course.code.isEmpty())
        return QList<FieldError>{{u"code"_s, tr("Give the course a short code, such as BIO-1A.")}};
    if (course.title.isEmpty())
        return QList<FieldError>{{u"title"_s, tr("Give the course a title.")}};
    const Result<std::optional<school::Course>> other = m_store.courses.findByCode(course.code);
    if (!other)
        return std::unexpected(other.error());
    // A placeholder is what this course was waiting for; anything else has the code already.
    const bool taken = *other && (*other)->id != course.id
        && (course.id.isValid() || (*other)->origin != school::Course::Origin::Placeholder);
    if (taken)
        return QList<FieldError>{{u"code"_s,
            tr("Another course has the code %1: %2. Choose another code.")
                .arg(course.code, (*other)->title)}};
    return QList<FieldError>();
}

Result<CourseId> Registry::saveCourse(school::Course course)
{
    course.code = course.code.trimmed();
    course.title = course.title.trimmed();
    const Result<QList<FieldError>> errors = check(course);
    if (!errors)
        return std::unexpected(errors.error());
    if (!errors->isEmpty())
        return std::unexpected(refused(*errors));
    return m_store.database.transaction([&] { return m_store.courses.save(course); });
}

Result<QList<FieldError>> Registry::check(const school::Person &person) const
{
    if (person.name.isEmpty())
        return QList<FieldError>{{u"name"_s, tr("Give the person a name.")}};
    if (!looksLikeEmail(person.email))
        return QList<FieldError>{
            {u"email"_s, tr("Give the person an e-mail address, such as a@school.example.")}};
    const Result<std::optional<school::Person>> other = m_store.people.findByEmail(person.email);
    if (!other)
        return std::unexpected(other.error());
    if (*other && (*other)->id != person.id)
        return QList<FieldError>{{u"email"_s, tr("%1 has this e-mail address already.").arg((*other)->name)}};
    return QList<FieldError>();
}

Result<PersonId> Registry::savePerson(school::Person person)
{
    person.name = person.name.simplified();
    person.email = person.email.trimmed();
    const Result<QList<FieldError>> errors = check(person);
    if (!errors)
        return std::unexpected(errors.error());
    if (!errors->isEmpty())
        return std::unexpected(refused(*errors));
    return m_store.database.transaction([&] { return m_store.people.save(person); });
}

Result<QStringList> Registry::importRoster(const QHash<QString, QByteArray> &files)
{
    if (!m_roster)
        return failure(
            ErrorCode::Unsupported, tr("This program cannot read rosters. Use the windows of Lectern."));
    return m_store.database.transaction([&] { return m_roster(m_store.database, m_store.clock, files); });
}

Result<void> Registry::setGlobalMeeting(const GlobalMeetingRules &rules)
{
    return m_store.database.transaction([&]() -> Result<void> {
        const Result<void> ready = rules.enabled ? openRoom(rules) : Result<void>();
        return ready ? m_store.globalMeeting.save(rowOf(rules)) : ready;
    });
}

Result<void> Registry::openRoom(const GlobalMeetingRules &rules)
{
    const Result<std::optional<store::MeetingRow>> present = globalMeeting();
    if (!present)
        return std::unexpected(present.error());
    if (!*present)
        return createGlobalMeeting(rules);
    if (!rules.hostZoomUserId.isEmpty() && (*present)->hostZoomUserId != rules.hostZoomUserId)
        return moveRoom(**present, rules);
    const QString topic = rules.topic.trimmed();
    return topic.isEmpty() || (*present)->topic == topic ? Result<void>() : rename(**present, topic);
}

Result<void> Registry::moveRoom(const store::MeetingRow &room, const GlobalMeetingRules &rules)
{
    if (room.status == school::MeetingStatus::Started) {
        return failure(ErrorCode::Conflict,
            tr("The meeting for everyone is on at this moment. Give it another host when it has ended."));
    }
    const Result<void> created = createGlobalMeeting(rules);
    return created ? m_desk.remove(room.meeting, {}, Mailing::Silent) : created;
}

Result<std::optional<store::MeetingRow>> Registry::globalMeeting() const
{
    store::MeetingQuery query;
    query.kind = school::MeetingKind::Global;
    query.series = store::MeetingQuery::Series::OneLine;
    query.statuses = {school::MeetingStatus::Waiting, school::MeetingStatus::Started};
    const Result<QList<store::MeetingRow>> lines = m_store.lines.list(query);
    if (!lines)
        return std::unexpected(lines.error());
    for (const store::MeetingRow &line : *lines) {
        if (isCommonRoom(line))
            return line;
    }
    return std::nullopt;
}

Result<void> Registry::createGlobalMeeting(const GlobalMeetingRules &rules)
{
    const Result<std::optional<school::Host>> host = m_store.hosts.find(rules.hostZoomUserId);
    if (!host)
        return std::unexpected(host.error());
    school::MeetingDraft draft;
    draft.type = school::MeetingType::RecurringNoFixedTime;
    draft.owner = school::Everyone{};
    draft.topic = rules.topic.trimmed();
    draft.hostZoomUserId = rules.hostZoomUserId;
    if (*host)
        draft.timeZone = (*host)->timeZone;
    const Result<MeetingId> scheduled = m_desk.schedule(draft);
    return scheduled ? Result<void>() : std::unexpected(scheduled.error());
}

Result<void> Registry::rename(const store::MeetingRow &meeting, const QString &topic)
{
    school::MeetingEdit edit;
    edit.topic = topic;
    return m_desk.edit(meeting.meeting, {}, edit);
}

} // namespace lectern::sync
