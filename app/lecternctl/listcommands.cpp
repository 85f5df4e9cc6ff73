// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "lookup.h"
#include "output.h"
#include "store/courserepository.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/outboxrepository.h"
#include "store/personrepository.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace lectern::ctl {

namespace {

using nlohmann::json;
using school::MeetingKind;
using school::MeetingStatus;
using store::PendingState;

QString word(MeetingKind kind)
{
    switch (kind) {
    case MeetingKind::Course:
        return u"course"_s;
    case MeetingKind::User:
        return u"user"_s;
    case MeetingKind::Global:
        return u"global"_s;
    }
    Q_UNREACHABLE();
}

QString word(MeetingStatus status)
{
    switch (status) {
    case MeetingStatus::Waiting:
        return u"waiting"_s;
    case MeetingStatus::Started:
        return u"started"_s;
    case MeetingStatus::Ended:
        return u"ended"_s;
    case MeetingStatus::Deleted:
        return u"deleted"_s;
    }
    Q_UNREACHABLE();
}

QString word(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return {};
    case PendingState::Waiting:
        return u"waiting"_s;
    case PendingState::Sending:
        return u"sending"_s;
    case PendingState::Failed:
        return u"failed"_s;
    case PendingState::Conflict:
        return u"conflict"_s;
    }
    Q_UNREACHABLE();
}

QString word(store::ChangeRow::Kind kind)
{
    switch (kind) {
    case store::ChangeRow::Kind::Create:
        return u"create"_s;
    case store::ChangeRow::Kind::Update:
        return u"update"_s;
    case store::ChangeRow::Kind::Delete:
        return u"delete"_s;
    case store::ChangeRow::Kind::End:
        return u"end"_s;
    case store::ChangeRow::Kind::Register:
        return u"register"_s;
    }
    Q_UNREACHABLE();
}

QString word(school::Role role)
{
    switch (role) {
    case school::Role::Learner:
        return u"learner"_s;
    case school::Role::Teacher:
        return u"teacher"_s;
    case school::Role::Administrator:
        return u"administrator"_s;
    }
    Q_UNREACHABLE();
}

Result<store::MeetingQuery> queryOf(Workbench &bench, const Arguments &arguments)
{
    store::MeetingQuery query;
    query.limit = 10'000;
    if (!arguments.kind.empty())
        query.kind = arguments.kind == "course" ? MeetingKind::Course
            : arguments.kind == "user"          ? MeetingKind::User
                                                : MeetingKind::Global;
    if (!arguments.course.empty()) {
        const Result<CourseId> course = Lookup(bench.reader(), bench.clock()).course(arguments.course);
        if (!course)
            return std::unexpected(course.error());
        query.course = *course;
    }
    if (!arguments.from.empty()) {
        const Result<QDateTime> from = parseDay(arguments.from);
        if (!from)
            return std::unexpected(from.error());
        query.from = *from;
    }
    if (!arguments.to.empty()) {
        const Result<QDateTime> to = parseDay(arguments.to);
        if (!to)
            return std::unexpected(to.error());
        query.to = to->toLocalTime().addDays(1).toUTC();
    }
    return query;
}

json jsonOf(const store::MeetingRow &row, const QString &joinUrl)
{
    json meeting = {{"id", row.meeting.value}, {"kind", word(row.kind).toStdString()},
        {"topic", row.topic.toStdString()}, {"start", momentJson(row.start)},
        {"duration_min", row.duration.count()}, {"timezone", textJson(QString::fromLatin1(row.timeZone))},
        {"status", word(row.status).toStdString()}, {"course", textJson(row.courseCode)},
        {"session", textJson(row.sessionTitle)}, {"group", textJson(row.groupTitle)},
        {"owner", textJson(row.ownerName)}, {"host", textJson(row.hostEmail)},
        {"join_url", textJson(joinUrl)}, {"pending", textJson(word(row.pending))}};
    if (!row.occurrenceId.isEmpty())
        meeting["occurrence"] = row.occurrenceId.toStdString();
    return meeting;
}

QString joinUrlOf(Workbench &bench, MeetingId id)
{
    const auto meeting = store::MeetingRepository(bench.reader(), bench.clock()).find(id);
    return meeting && *meeting ? (*meeting)->joinUrl : QString();
}

QStringList cellsOf(const store::MeetingRow &row)
{
    const QString when =
        row.start.isValid() ? row.start.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) : u"-"_s;
    return {QString::number(row.meeting.value), when, QString::number(row.duration.count()), word(row.status),
        word(row.kind), row.courseCode, row.hostEmail, row.topic, word(row.pending)};
}

} // namespace

Result<void> listMeetings(Workbench &bench, const Arguments &arguments)
{
    const Result<store::MeetingQuery> query = queryOf(bench, arguments);
    if (!query)
        return std::unexpected(query.error());
    const store::MeetingListRepository lines(bench.reader(), bench.clock());
    const Result<QList<store::MeetingRow>> rows = lines.list(*query);
    if (!rows)
        return std::unexpected(rows.error());
    if (arguments.json) {
        json list = json::array();
        for (const store::MeetingRow &row : *rows)
            list.push_back(jsonOf(row, joinUrlOf(bench, row.meeting)));
        printJson(list);
        return {};
    }
    QList<QStringList> table;
    for (const store::MeetingRow &row : *rows)
        table.append(cellsOf(row));
    printTable({u"ID"_s, u"START"_s, u"MIN"_s, u"STATUS"_s, u"KIND"_s, u"COURSE"_s, u"HOST"_s, u"TOPIC"_s,
                   u"PENDING"_s},
        table);
    return {};
}

Result<void> listOutbox(Workbench &bench, const Arguments &arguments)
{
    const auto changes = store::OutboxRepository(bench.reader()).list();
    if (!changes)
        return std::unexpected(changes.error());
    json list = json::array();
    QList<QStringList> table;
    for (const store::ChangeRow &change : *changes) {
        list.push_back({{"id", change.id.value}, {"meeting", change.meeting.value},
            {"topic", change.meetingTopic.toStdString()}, {"kind", word(change.kind).toStdString()},
            {"state", word(change.state).toStdString()}, {"created", momentJson(change.createdAt)},
            {"attempts", change.attempts}, {"next_attempt", momentJson(change.nextAttemptAt)},
            {"problem", textJson(change.problem)}});
        table.append({QString::number(change.id.value), QString::number(change.meeting.value),
            word(change.kind), word(change.state), change.meetingTopic, change.problem});
    }
    if (arguments.json)
        printJson(list);
    else
        printTable({u"ID"_s, u"MEETING"_s, u"KIND"_s, u"STATE"_s, u"TOPIC"_s, u"PROBLEM"_s}, table);
    return {};
}

Result<void> listPeople(Workbench &bench, const Arguments &arguments)
{
    store::PersonQuery query;
    query.limit = 100'000;
    const auto people = store::PersonRepository(bench.reader()).list(query);
    if (!people)
        return std::unexpected(people.error());
    json list = json::array();
    QList<QStringList> table;
    for (const school::Person &person : *people) {
        list.push_back({{"id", person.id.value}, {"name", person.name.toStdString()},
            {"email", person.email.toStdString()}, {"role", word(person.role).toStdString()}});
        table.append({QString::number(person.id.value), word(person.role), person.email, person.name});
    }
    if (arguments.json)
        printJson(list);
    else
        printTable({u"ID"_s, u"ROLE"_s, u"E-MAIL"_s, u"NAME"_s}, table);
    return {};
}

Result<void> listCourses(Workbench &bench, const Arguments &arguments)
{
    store::CourseQuery query;
    query.limit = 100'000;
    const auto courses = store::CourseRepository(bench.reader(), bench.clock()).list(query);
    if (!courses)
        return std::unexpected(courses.error());
    json list = json::array();
    QList<QStringList> table;
    for (const store::CourseRow &row : *courses) {
        list.push_back({{"id", row.course.id.value}, {"code", row.course.code.toStdString()},
            {"title", row.course.title.toStdString()}, {"learners", row.learners},
            {"upcoming_meetings", row.upcomingMeetings}});
        table.append({row.course.code, QString::number(row.learners), QString::number(row.upcomingMeetings),
            row.course.title});
    }
    if (arguments.json)
        printJson(list);
    else
        printTable({u"CODE"_s, u"LEARNERS"_s, u"UPCOMING"_s, u"TITLE"_s}, table);
    return {};
}

} // namespace lectern::ctl
