// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faults.h"
#include "sandbox/ratelimiter.h"
#include "sandbox/requestlog.h"
#include "sandbox/router.h"

namespace lectern::sandbox {

/// Answers requests as Zoom does: finds the route, checks token, scope and rate, has the body read, and
/// tells the log. On one thread. \a world outlives it.
class Sandbox
{
public:
    Sandbox(World &world, Router router);

    [[nodiscard]] http::Reply handle(const http::Request &request);

private:
    void addOwnRoutes();
    [[nodiscard]] http::Reply answer(const http::Request &request);
    [[nodiscard]] http::Reply dispatch(
        const Router::Match &match, const http::Request &request, http::Headers &headers);
    [[nodiscard]] http::Reply addFault(const Call &call);
    void stamp(http::Reply &reply);

    World &m_world;
    Router m_router;
    RateLimiter m_limiter;
    RequestLog m_log;
    Faults m_faults;
    Random m_trackingIds{1};
};

} // namespace lectern::sandbox
