// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <vector>

namespace lectern::sandbox {

/// Failures to order: what goes wrong with the next requests that match. A rule reads
/// {"match": {"method", "path"}, "times": N, "when": "before"|"after", and one or more of
/// "status", "body", "content_type", "headers", "drop", "truncate", "delay_ms"}.
/// `path` is the path as sent, its last character may be an asterisk. "before" keeps the request from
/// having any effect; "after" spoils the answer to one that had its effect. Where "when" is absent, a rule
/// with a status, a body or a drop comes before, a delay or a cut comes after. `times` is 1 if absent; a
/// body without a status comes with 200. All routes but those of the control interface have them: API, OAuth,
/// downloads, pages, the WebSocket. A client may send a request again by itself where the connection closed
/// without an answer (Qt's does, two times, a POST too): to have it see a "drop", order enough of them.
class Faults
{
public:
    /// Why the rule cannot be read, or nothing.
    [[nodiscard]] std::optional<std::string> add(const json &rule);
    void clear() { m_rules.clear(); }
    /// The rules that still have something to do, with the times that are left.
    [[nodiscard]] json pending() const;

    /// The answer in place of handling the request, or nothing.
    [[nodiscard]] std::optional<http::Reply> before(const http::Request &request);
    void after(const http::Request &request, http::Reply &reply);

private:
    enum class When { Before, After };
    struct Rule
    {
        std::string method; ///< empty for any
        std::string path;
        When when = When::Before;
        int times = 1;
        json effect;
    };

    [[nodiscard]] const Rule *take(const http::Request &request, When when);
    static void apply(const json &effect, http::Reply &reply);

    std::vector<Rule> m_rules;
};

} // namespace lectern::sandbox
