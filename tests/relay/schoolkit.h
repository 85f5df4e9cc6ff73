// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/directory.h"
#include "relay/school/schooldocument.h"
#include "relay/school/zoomevent.h"

#include <limits>
#include <QByteArray>
#include <QString>

namespace lectern::relay {

using nlohmann::json;

inline QByteArray bytes(const json &value)
{
    return QByteArray::fromStdString(value.dump());
}

/// QCOMPARE for JSON, which tells both sides where they differ.
#define COMPARE_JSON(actual, expected)                                                                       \
    QCOMPARE(QByteArray::fromStdString(json(actual).dump()), QByteArray::fromStdString(json(expected).dump()))

/// Maria hosts and teaches biology, Tom owns a meeting of his own, Ada and Ben learn biology, Cleo has
/// registered to one meeting and Dora to none.
inline json smallSchool()
{
    return json::parse(R"json({
        "people": [
            {"email": "maria@school.example", "name": "Maria Ferrante", "role": "teacher"},
            {"email": "tom@school.example", "name": "Tom Okafor", "role": "teacher"},
            {"email": "ada@school.example", "name": "Ada Byron", "role": "learner"},
            {"email": "ben@school.example", "name": "Ben Ali", "role": "learner"},
            {"email": "cleo@school.example", "name": "Cleo Papas", "role": "learner"},
            {"email": "dora@school.example", "name": "Dora Lind", "role": "learner"}],
        "courses": [
            {"code": "BIO-1A", "title": "Biology", "teachers": ["Maria@School.example"],
             "learners": ["ada@school.example", "ben@school.example"]}],
        "hosts": [{"id": "hostMaria", "email": "maria@school.example"},
                  {"id": "hostTom", "email": "tom@school.example"}],
        "meetings": [
            {"id": 101, "topic": "Biology", "type": 8, "start_time": "2026-03-02T09:00:00Z", "duration": 45,
             "timezone": "Europe/Paris", "host_id": "hostTom", "course": "BIO-1A", "everyone": false,
             "join_url": "https://zoom.example/j/101?pwd=common101", "registrants": [], "occurrences": []},
            {"id": 102, "topic": "Cells", "type": 2, "host_id": "hostMaria", "course": "BIO-1A", "everyone": false,
             "join_url": "https://zoom.example/j/102?pwd=common102", "registrants": [
                {"id": "regAda", "email": "ada@school.example", "join_url": "https://zoom.example/w/102?tk=ada",
                 "status": "approved"},
                {"id": "regCleo", "email": "cleo@school.example", "join_url": "https://zoom.example/w/102?tk=cleo",
                 "status": "approved"}]},
            {"id": 103, "topic": "Assembly", "type": 2, "host_id": "hostMaria", "everyone": true,
             "join_url": "https://zoom.example/j/103?pwd=common103", "registrants": []},
            {"id": 104, "topic": "Private lesson", "type": 2, "host_id": "hostMaria", "everyone": false,
             "owner": "tom@school.example", "join_url": "https://zoom.example/j/104?pwd=common104",
             "registrants": []}]
    })json");
}

/// All that \a wanted changes, in one step.
inline Facts replacement(Facts wanted, const Directory &known, Moment now)
{
    return Replacement(std::move(wanted), known, now).next(known, std::numeric_limits<std::size_t>::max());
}

inline Directory directoryOf(const json &document)
{
    Directory directory;
    const Facts facts = factsOfSchool(document).value();
    for (const Fact &fact : facts)
        directory.apply(fact);
    return directory;
}

inline ZoomEvent event(const json &document)
{
    return std::move(ZoomEvent::parse(document.dump()).value());
}

/// An event about a meeting, with \a object merged into what Zoom says of it.
inline ZoomEvent meetingEvent(const char *name, const json &id, const json &object = json::object(),
    const json &payload = json::object())
{
    json about{{"id", id}};
    about.update(object);
    json whole{{"account_id", "acc"}, {"object", about}};
    whole.update(payload);
    return event({{"event", name}, {"event_ts", 1'772'442'000'000}, {"payload", whole}});
}

} // namespace lectern::relay
