// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomcalls.h"

#include "zoom/jwtcredentials.h"
#include "zoom/networktransport.h"

namespace lectern::test {

using namespace lectern::zoom;

namespace {

/// A way to the server without credentials yet.
Channel::Parts partsFor(const QUrl &apiUrl)
{
    Channel::Parts parts{.apiUrl = apiUrl,
        .transport = std::make_shared<NetworkTransport>(),
        .credentials = {},
        .limiter = {},
        .clock = std::make_shared<SystemClock>(),
        .timers = std::make_shared<QtTimers>()};
    parts.limiter = std::make_shared<Limiter>(parts.clock, parts.timers);
    return parts;
}

} // namespace

std::shared_ptr<Channel> channelFor(const ServerToServerApp &app)
{
    Channel::Parts parts = partsFor(app.apiUrl);
    parts.credentials = std::make_shared<ServerToServerCredentials>(app, parts.transport, parts.clock);
    return std::make_shared<Channel>(std::move(parts));
}

std::shared_ptr<Channel> channelWithJwt(const Announcement &sandbox, const Secret &secret)
{
    Channel::Parts parts = partsFor(sandbox.api);
    parts.credentials = std::make_shared<JwtCredentials>(sandbox.apiKey, secret, parts.clock);
    return std::make_shared<Channel>(std::move(parts));
}

} // namespace lectern::test
