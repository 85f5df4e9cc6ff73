// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ownerbook.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Certainty = store::OwnerClaim::Certainty;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::OwnerBook)
};

std::unexpected<Error> goneOwner(const QString &message)
{
    return std::unexpected(Error{.code = ErrorCode::Invalid,
        .message = message,
        .fields = {{.field = u"owner"_s, .message = message}}});
}

std::unexpected<Error> goneCourse()
{
    return goneOwner(
        Words::tr("This course, or its session or group, is no longer there. Choose another one."));
}

} // namespace

OwnerBook::OwnerBook(
    store::CourseRepository &courses, store::PersonRepository &people, store::HostRepository &hosts)
    : m_courses(courses)
    , m_people(people)
    , m_hosts(hosts)
{ }

Result<store::OwnerClaim> OwnerBook::claim(
    const std::optional<school::OwnerTag> &tag, const QString &hostZoomUserId) const
{
    const Result<school::Owner> owner = tag
        ? std::visit([this](const auto &named) { return resolve(named); }, tag->owner)
        : ownerOfHost(hostZoomUserId);
    if (!owner)
        return std::unexpected(owner.error());
    return store::OwnerClaim{*owner, tag ? Certainty::Tag : Certainty::Guess};
}

Result<school::Owner> OwnerBook::resolve(const school::OwnerTag::Everyone &) const
{
    return school::Owner(school::Everyone{});
}

Result<school::Owner> OwnerBook::resolve(const school::OwnerTag::Person &tag) const
{
    const Result<PersonId> person = m_people.findOrAdd(tag.email, school::Role::Teacher);
    if (!person)
        return std::unexpected(person.error());
    return school::Owner(school::PersonOwner{*person});
}

Result<school::Owner> OwnerBook::resolve(const school::OwnerTag::Course &tag) const
{
    const Result<CourseId> course = m_courses.findOrAddCourse(tag.course);
    if (!course)
        return std::unexpected(course.error());
    school::CourseOwner owner{.course = *course, .session = {}, .group = {}};
    if (!tag.session.isEmpty()) {
        const Result<SessionId> session = m_courses.findOrAddSession(tag.session);
        if (!session)
            return std::unexpected(session.error());
        owner.session = *session;
    }
    if (!tag.group.isEmpty()) {
        const Result<GroupId> group = m_courses.findOrAddGroup(*course, owner.session, tag.group);
        if (!group)
            return std::unexpected(group.error());
        owner.group = *group;
    }
    return school::Owner(owner);
}

Result<school::Owner> OwnerBook::ownerOfHost(const QString &hostZoomUserId) const
{
    const Result<std::optional<school::Host>> host = m_hosts.find(hostZoomUserId);
    if (!host)
        return std::unexpected(host.error());
    // A host that only the meeting names: its id stands for the e-mail until the host list tells it.
    const QString email = *host ? (*host)->email : hostZoomUserId;
    return resolve(school::OwnerTag::Person{email});
}

Result<school::OwnerTag> OwnerBook::tagOf(const school::Owner &owner, const QUuid &reference) const
{
    Result<school::OwnerTag> tag = school::OwnerTag{school::OwnerTag::Everyone{}, {}};
    if (const auto *course = std::get_if<school::CourseOwner>(&owner))
        tag = tagOf(*course);
    else if (const auto *person = std::get_if<school::PersonOwner>(&owner))
        tag = tagOf(*person);
    if (tag)
        tag->reference = reference;
    return tag;
}

Result<school::OwnerTag> OwnerBook::tagOf(const school::CourseOwner &owner) const
{
    const auto course = m_courses.find(owner.course);
    if (!course)
        return std::unexpected(course.error());
    if (!*course)
        return goneCourse();
    school::OwnerTag::Course tag{(*course)->code, {}, {}};
    if (owner.session) {
        const auto session = m_courses.find(*owner.session);
        if (!session || !*session)
            return session ? goneCourse() : std::unexpected(session.error());
        tag.session = (*session)->code;
    }
    if (owner.group) {
        const auto group = m_courses.find(*owner.group);
        if (!group || !*group)
            return group ? goneCourse() : std::unexpected(group.error());
        tag.group = (*group)->code;
    }
    return school::OwnerTag{tag, {}};
}

Result<school::OwnerTag> OwnerBook::tagOf(const school::PersonOwner &owner) const
{
    const auto person = m_people.find(owner.person);
    if (!person)
        return std::unexpected(person.error());
    if (!*person)
        return goneOwner(
            Words::tr("The person who was to own this meeting is no longer there. Choose another one."));
    return school::OwnerTag{school::OwnerTag::Person{(*person)->email}, {}};
}

QString OwnerBook::nameOf(const school::Owner &owner) const
{
    const Result<school::OwnerTag> tag = tagOf(owner, {});
    if (!tag)
        return {};
    if (const auto *course = std::get_if<school::OwnerTag::Course>(&tag->owner))
        return QStringList{course->course, course->session, course->group}.join(u' ').simplified();
    if (const auto *person = std::get_if<school::OwnerTag::Person>(&tag->owner))
        return person->email;
    return Words::tr("everyone");
}

} // namespace lectern::sync
