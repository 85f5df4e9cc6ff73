// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/authorisation.h"
#include "sandbox/routes/routes.h"
#include "sandbox/sandbox.h"
#include "sandbox/school.h"

#include <QByteArray>
#include <string>

namespace lectern::sandbox {

/// An answer with its body parsed where it is JSON.
struct Answer
{
    int status = 0;
    json body;
    http::Reply reply;
};

/// A school of its own whose clock stands still, asked without a network between.
class Client
{
public:
    explicit Client(const char *now = "2026-03-02T08:00:00Z")
        : world(Clock::stoppedAt(parseMoment(now, "UTC").value()), 7)
        , sandbox(world, makeRouter())
    {
        world.baseUrl = "http://127.0.0.1:1";
        addOwner(world);
        host = addUser(world, "Maria", "Ferrante", "maria@school.example", 2);
        basic = addUser(world, "Tom", "Okafor", "tom@school.example", 1);
    }

    Answer ask(const std::string &method, const std::string &target, const json &body = json())
    {
        return askAs(issueAccessToken(world, {}), method, target, body);
    }

    Answer askAs(const std::string &token, const std::string &method, const std::string &target,
        const json &body = json())
    {
        http::Request request;
        request.method = method;
        const auto mark = target.find('?');
        request.path = target.substr(0, mark);
        request.rawQuery = mark == std::string::npos ? std::string() : target.substr(mark + 1);
        request.query = http::Parameters::parse(request.rawQuery);
        request.headers.set("Authorization", "Bearer " + token);
        request.body = body.is_null() ? std::string()
            : body.is_string()        ? body.get<std::string>()
                                      : body.dump();
        return send(request);
    }

    Answer send(const http::Request &request)
    {
        Answer answer;
        answer.reply = sandbox.handle(request);
        answer.status = answer.reply.status;
        answer.body = json::parse(answer.reply.body, nullptr, false);
        return answer;
    }

    /// Makes a meeting of the licensed host and returns it.
    json schedule(const json &body)
    {
        return ask("POST", "/v2/users/" + host["id"].get<std::string>() + "/meetings", body).body;
    }

    static std::string meetingPath(const json &meeting) { return "/v2/meetings/" + meeting["id"].dump(); }

    World world;
    Sandbox sandbox;
    json host; ///< licensed
    json basic;
};

/// The text of a JSON string, or any other value as JSON.
inline QByteArray bytes(const json &value)
{
    return QByteArray::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

/// QCOMPARE for JSON, which tells both sides where they differ.
#define COMPARE_JSON(actual, expected)                                                                       \
    QCOMPARE(QByteArray::fromStdString(json(actual).dump()), QByteArray::fromStdString(json(expected).dump()))

} // namespace lectern::sandbox
