// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/world.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::sandbox {

enum class Access {
    Open, ///< anybody
    Token, ///< a bearer token of the account, with the route's scope
};

/// Which of Zoom's limits a route counts against; None also keeps the rate headers away.
enum class RateCategory { None, Light, Medium, Heavy, ResourceIntensive };

/// A request on its way to a handler.
struct Call
{
    const http::Request &request;
    /// What the braces of the pattern matched, decoded once (so a doubly encoded UUID still holds %XX;
    /// read such a parameter with uuidParameter()).
    std::map<std::string, std::string, std::less<>> parameters;
    /// The parsed body; an empty object where there was none.
    json body = json::object();
    std::string scope; ///< the one the route asks for
    /// Of the token: the user it was issued to; empty for a token of the account.
    std::string userId;

    [[nodiscard]] const std::string &parameter(std::string_view name) const;
    [[nodiscard]] std::string query(std::string_view name, std::string_view fallback = {}) const
    {
        return request.query.value(name, fallback);
    }
};

using Handler = std::function<http::Reply(World &, const Call &)>;

struct Route
{
    std::string method;
    std::string pattern; ///< "/v2/users/{userId}/meetings"; {x} matches one segment
    Access access = Access::Token;
    RateCategory rate = RateCategory::Light;
    /// The granular scope without ":admin"; empty where any token will do.
    std::string scope;
    Handler handler;
};

/// The table of routes. Literal segments win over parameters.
class Router
{
public:
    void add(Route route);

    struct Match
    {
        const Route *route = nullptr; ///< null where nothing matches
        std::map<std::string, std::string, std::less<>> parameters;
        bool pathKnown = false; ///< the path exists, with other methods
    };
    [[nodiscard]] Match match(std::string_view method, std::string_view path) const;
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace lectern::sandbox
