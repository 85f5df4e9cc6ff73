// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterchoices.h"

#include "store/courserepository.h"
#include "store/database.h"
#include "store/hostrepository.h"

namespace lectern::models {

namespace {

/// More than a person looks through in a list; a bound all the same.
constexpr int maxChoices = 2000;

Result<QList<school::Course>> coursesFor(
    store::Database &database, const Clock &clock, const school::Person &viewer)
{
    store::CourseQuery query;
    query.limit = maxChoices;
    if (viewer.role != school::Role::Administrator)
        query.person = viewer.id;
    const auto rows = store::CourseRepository(database, clock).list(query);
    if (!rows)
        return std::unexpected(rows.error());
    QList<school::Course> courses;
    for (const store::CourseRow &row : *rows)
        courses.append(row.course);
    return courses;
}

Result<QList<school::Host>> allHosts(store::Database &database)
{
    store::HostQuery query;
    query.include = store::HostQuery::Include::All;
    query.limit = maxChoices;
    return store::HostRepository(database).list(query);
}

bool isKnown(const school::Session &session)
{
    return session.firstDay.isValid() && session.lastDay.isValid();
}

/// Which of two is rather the present term.
bool isNearer(const school::Session &one, const school::Session &other, const QDate &today)
{
    const auto rank = [&today](const school::Session &session) {
        return session.firstDay > today ? 2 : session.lastDay < today ? 1 : 0;
    };
    if (rank(one) != rank(other))
        return rank(one) < rank(other);
    return rank(one) == 2 ? one.firstDay < other.firstDay : one.firstDay > other.firstDay;
}

} // namespace

std::optional<school::Session> presentTerm(const QList<school::Session> &sessions, const QDate &today)
{
    std::optional<school::Session> nearest;
    for (const school::Session &session : sessions) {
        if (isKnown(session) && (!nearest || isNearer(session, *nearest, today)))
            nearest = session;
    }
    return nearest;
}

Result<FilterChoices> loadFilterChoices(
    store::Database &database, const Clock &clock, const school::Person &viewer)
{
    auto courses = coursesFor(database, clock, viewer);
    if (!courses)
        return std::unexpected(courses.error());
    auto hosts = allHosts(database);
    if (!hosts)
        return std::unexpected(hosts.error());
    const auto sessions = store::CourseRepository(database, clock).sessions();
    if (!sessions)
        return std::unexpected(sessions.error());
    return FilterChoices{.courses = *std::move(courses),
        .hosts = *std::move(hosts),
        .term = presentTerm(*sessions, clock.now().date())};
}

} // namespace lectern::models
