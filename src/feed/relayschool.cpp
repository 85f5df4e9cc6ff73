// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayschool.h"

#include "feed/relayjson.h"

namespace lectern::feed {

namespace {

using nlohmann::json;
using zoom::JsonObject;
using zoom::toJson;

json toJson(const QStringList &texts)
{
    json out = json::array();
    for (const QString &text : texts)
        out.push_back(zoom::toJson(text));
    return out;
}

void addText(json &out, const char *key, const QString &text)
{
    if (!text.isEmpty())
        out[key] = toJson(text);
}

void addMoment(json &out, const char *key, const QDateTime &moment)
{
    if (moment.isValid())
        out[key] = toJson(moment);
}

json toJson(const RelayPerson &person)
{
    return {{"email", toJson(person.email)}, {"name", toJson(person.name)}, {"role", roleName(person.role)}};
}

json toJson(const RelayEnrolment &enrolment)
{
    const bool teaches = enrolment.role == school::EnrolmentRole::Teacher;
    json out{{"email", toJson(enrolment.email)}, {"role", teaches ? "teacher" : "learner"}};
    addText(out, "session", enrolment.session);
    addText(out, "group", enrolment.group);
    return out;
}

json toJson(const RelayHost &host)
{
    return {{"id", toJson(host.id)}, {"email", toJson(host.email)}};
}

json toJson(const RelayRegistrant &registrant)
{
    json out{{"email", toJson(registrant.email)}};
    addText(out, "id", registrant.id);
    addText(out, "join_url", registrant.joinUrl);
    addText(out, "status", registrant.status);
    return out;
}

json toJson(const RelayOccurrence &occurrence)
{
    json out{{"occurrence_id", toJson(occurrence.id)}, {"duration", occurrence.duration.count()}};
    addMoment(out, "start_time", occurrence.start);
    addText(out, "status", occurrence.status);
    return out;
}

json toJson(const RelayCourse &course);
json toJson(const RelayMeeting &meeting);

template <typename T>
json listOf(const QList<T> &items)
{
    json out = json::array();
    for (const T &item : items)
        out.push_back(toJson(item));
    return out;
}

json toJson(const RelayCourse &course)
{
    return {{"code", toJson(course.code)}, {"title", toJson(course.title)},
        {"teachers", toJson(course.teachers)}, {"learners", toJson(course.learners)},
        {"enrolments", listOf(course.enrolments)}};
}

json toJson(const RelayMeeting &meeting)
{
    json out{{"id", meeting.id}, {"topic", toJson(meeting.topic)}, {"type", meeting.type},
        {"duration", meeting.duration.count()}, {"everyone", meeting.audience == RelayAudience::Everyone},
        {"registrants", listOf(meeting.registrants)}, {"occurrences", listOf(meeting.occurrences)}};
    addMoment(out, "start_time", meeting.start);
    addText(out, "timezone", QString::fromLatin1(meeting.timeZone));
    addText(out, "host_id", meeting.hostId);
    addText(out, "course", meeting.course);
    addText(out, "session", meeting.session);
    addText(out, "group", meeting.group);
    addText(out, "owner", meeting.owner);
    addText(out, "join_url", meeting.joinUrl);
    return out;
}

} // namespace

void read(const JsonObject &in, RelayPerson &out)
{
    in.required("email", out.email);
    in.optional("name", out.name);
    readRole(in, out.role);
}

void read(const JsonObject &in, RelayEnrolment &out)
{
    QString role;
    in.required("email", out.email);
    in.optional("role", role);
    in.optional("session", out.session);
    in.optional("group", out.group);
    out.role = role == u"teacher" ? school::EnrolmentRole::Teacher : school::EnrolmentRole::Learner;
}

void read(const JsonObject &in, RelayCourse &out)
{
    in.required("code", out.code);
    in.optional("title", out.title);
    in.optional("teachers", out.teachers);
    in.optional("learners", out.learners);
    in.optional("enrolments", out.enrolments);
}

void read(const JsonObject &in, RelayHost &out)
{
    in.required("id", out.id);
    in.optional("email", out.email);
}

void read(const JsonObject &in, RelayRegistrant &out)
{
    in.optional("id", out.id);
    in.required("email", out.email);
    in.optional("join_url", out.joinUrl);
    in.optional("status", out.status);
}

void read(const JsonObject &in, RelayOccurrence &out)
{
    in.required("occurrence_id", out.id);
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("status", out.status);
}

void read(const JsonObject &in, RelayMeeting &out)
{
    bool everyone = false;
    in.required("id", out.id);
    in.optional("topic", out.topic);
    in.optional("type", out.type);
    in.optional("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("timezone", out.timeZone);
    in.optional("host_id", out.hostId);
    in.optional("course", out.course);
    in.optional("session", out.session);
    in.optional("group", out.group);
    in.optional("owner", out.owner);
    in.optional("everyone", everyone);
    in.optional("join_url", out.joinUrl);
    in.optional("registrants", out.registrants);
    in.optional("occurrences", out.occurrences);
    in.optional("started_at", out.startedAt);
    out.audience = everyone ? RelayAudience::Everyone : RelayAudience::Owners;
}

void read(const JsonObject &in, RelaySchool &out)
{
    in.optional("people", out.people);
    in.optional("courses", out.courses);
    in.optional("hosts", out.hosts);
    in.optional("meetings", out.meetings);
}

QByteArray encodeSchool(const RelaySchool &school)
{
    return zoom::dumpJson({{"people", listOf(school.people)}, {"courses", listOf(school.courses)},
        {"hosts", listOf(school.hosts)}, {"meetings", listOf(school.meetings)}});
}

Result<RelaySchool> decodeSchool(const QByteArray &json)
{
    return zoom::decodeJson<RelaySchool>(json);
}

} // namespace lectern::feed
