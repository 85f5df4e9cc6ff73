// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/owneroptions.h"

#include "school/permissions.h"
#include "store/courserepository.h"
#include "store/database.h"
#include "store/personrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace lectern::models {

using namespace Qt::StringLiterals;
using school::Course;
using school::CourseOwner;
using school::Group;
using school::OwnerTag;
using school::Person;
using school::Session;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::models::OwnerOption)
};

/// As long as every reference is, so that the tag's length is right.
QUuid anyReference()
{
    return QUuid(0x4c656374, 0x6572, 0x4e00, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList present(parts);
    present.removeAll(QString());
    return present.join(u" · "_s);
}

QString courseText(const Course &course)
{
    return course.title == course.code ? course.code : joined({course.code, course.title});
}

OwnerOption courseOption(
    const Course &course, const std::optional<Session> &session, const std::optional<Group> &group)
{
    OwnerOption option;
    option.owner = CourseOwner{.course = course.id,
        .session = session ? std::optional(session->id) : std::nullopt,
        .group = group ? std::optional(group->id) : std::nullopt};
    // With a part after it, the code alone says which course.
    const QString of = session || group ? course.code : courseText(course);
    option.text = joined({of, session ? session->title : QString(), group ? group->title : QString()});
    option.agendaTag = OwnerTag{.owner = OwnerTag::Course{.course = course.code,
                                    .session = session ? session->code : QString(),
                                    .group = group ? group->code : QString()},
        .reference = anyReference()};
    return option;
}

OwnerOption personOption(const Person &person, const QString &text)
{
    return {.owner = school::PersonOwner{person.id},
        .text = text,
        .agendaTag = OwnerTag{.owner = OwnerTag::Person{person.email}, .reference = anyReference()}};
}

OwnerOption everyoneOption()
{
    return {.owner = school::Everyone{},
        .text = Words::tr("Everyone"),
        .agendaTag = OwnerTag{.owner = OwnerTag::Everyone{}, .reference = anyReference()}};
}

std::optional<Session> sessionOf(const store::CourseRow &row, const Group &group)
{
    const auto found = std::ranges::find_if(
        row.sessions, [&](const Session &session) { return session.id == group.session; });
    return found == row.sessions.end() ? std::nullopt : std::optional(*found);
}

void appendCourse(QList<OwnerOption> &options, const store::CourseRow &row)
{
    options.append(courseOption(row.course, std::nullopt, std::nullopt));
    for (const Session &session : row.sessions)
        options.append(courseOption(row.course, session, std::nullopt));
    for (const Group &group : row.groups)
        options.append(courseOption(row.course, sessionOf(row, group), group));
}

Result<QSet<CourseId>> coursesTaught(const store::CourseRepository &courses, PersonId teacher)
{
    const auto enrolments = courses.enrolments({.course = {}, .person = teacher, .limit = -1});
    if (!enrolments)
        return std::unexpected(enrolments.error());
    QSet<CourseId> taught;
    for (const school::Enrolment &enrolment : *enrolments) {
        if (enrolment.role == school::EnrolmentRole::Teacher)
            taught.insert(enrolment.course);
    }
    return taught;
}

Result<QList<store::CourseRow>> coursesFor(const store::CourseRepository &courses, const Person &viewer)
{
    if (viewer.role == school::Role::Administrator)
        return courses.list({.person = {}, .text = {}, .limit = -1});
    const auto taught = coursesTaught(courses, viewer.id);
    if (!taught)
        return std::unexpected(taught.error());
    auto rows = courses.list({.person = viewer.id, .text = {}, .limit = -1});
    if (rows)
        rows->removeIf([&](const store::CourseRow &row) { return !taught->contains(row.course.id); });
    return rows;
}

template <typename T>
Result<std::optional<T>> unlessAbsent(
    const store::CourseRepository &courses, const auto &id, Result<std::optional<T>> absent)
{
    return id ? courses.find(*id) : absent;
}

Result<std::optional<OwnerOption>> optionOfCourse(
    const store::CourseRepository &courses, const CourseOwner &owner)
{
    const auto course = courses.find(owner.course);
    const auto session = unlessAbsent<Session>(courses, owner.session, std::optional<Session>());
    const auto group = unlessAbsent<Group>(courses, owner.group, std::optional<Group>());
    if (!course)
        return std::unexpected(course.error());
    if (!session || !group)
        return std::unexpected(session ? group.error() : session.error());
    const bool isWhole =
        *course && (session->has_value() || !owner.session) && (group->has_value() || !owner.group);
    return isWhole ? std::optional(courseOption(**course, *session, *group)) : std::nullopt;
}

Result<std::optional<OwnerOption>> optionOfPerson(store::Database &database, PersonId id)
{
    const auto person = store::PersonRepository(database).find(id);
    if (!person)
        return std::unexpected(person.error());
    if (!*person)
        return std::optional<OwnerOption>();
    return std::optional(
        personOption(**person, Words::tr("%1 (own meeting)", "a person's name").arg((*person)->name)));
}

} // namespace

Result<QList<OwnerOption>> readOwnerOptions(
    store::Database &database, const Clock &clock, const Person &viewer)
{
    const auto courses = coursesFor(store::CourseRepository(database, clock), viewer);
    if (!courses)
        return std::unexpected(courses.error());
    QList<OwnerOption> options;
    for (const store::CourseRow &row : *courses)
        appendCourse(options, row);
    if (school::maySchedule(viewer.role) && viewer.id.isValid())
        options.append(personOption(viewer, Words::tr("My meeting")));
    if (school::mayEnableGlobalMeeting(viewer.role))
        options.append(everyoneOption());
    return options;
}

Result<std::optional<OwnerOption>> readOwnerOption(
    store::Database &database, const Clock &clock, const school::Owner &owner)
{
    if (const auto *course = std::get_if<CourseOwner>(&owner))
        return optionOfCourse(store::CourseRepository(database, clock), *course);
    if (const auto *person = std::get_if<school::PersonOwner>(&owner))
        return optionOfPerson(database, person->person);
    return std::optional(everyoneOption());
}

} // namespace lectern::models
