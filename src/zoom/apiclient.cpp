// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/apiclient.h"

#include "zoom/jwtcredentials.h"
#include "zoom/networktransport.h"

namespace lectern::zoom {

namespace {

/// The parts that are the same for every kind of credentials.
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

ApiClient::ApiClient(Channel::Parts parts)
    : m_channel(std::make_shared<Channel>(std::move(parts)))
{ }

ApiClient::~ApiClient()
{
    cancelAll();
}

std::unique_ptr<ApiClient> ApiClient::forApp(ServerToServerApp app)
{
    Channel::Parts parts = partsFor(app.apiUrl);
    parts.credentials =
        std::make_shared<ServerToServerCredentials>(std::move(app), parts.transport, parts.clock);
    return std::make_unique<ApiClient>(std::move(parts));
}

std::unique_ptr<ApiClient> ApiClient::forApp(JwtApp app)
{
    Channel::Parts parts = partsFor(app.apiUrl);
    parts.credentials =
        std::make_shared<JwtCredentials>(std::move(app.apiKey), std::move(app.apiSecret), parts.clock);
    return std::make_unique<ApiClient>(std::move(parts));
}

UsersApi ApiClient::users(RequestClass requestClass) const
{
    return UsersApi(m_channel, requestClass);
}

MeetingsApi ApiClient::meetings(RequestClass requestClass) const
{
    return MeetingsApi(m_channel, requestClass);
}

TrackingFieldsApi ApiClient::trackingFields(RequestClass requestClass) const
{
    return TrackingFieldsApi(m_channel, requestClass);
}

RegistrantsApi ApiClient::registrants(RequestClass requestClass) const
{
    return RegistrantsApi(m_channel, requestClass);
}

PastMeetingsApi ApiClient::pastMeetings(RequestClass requestClass) const
{
    return PastMeetingsApi(m_channel, requestClass);
}

RecordingsApi ApiClient::recordings(RequestClass requestClass) const
{
    return RecordingsApi(m_channel, requestClass);
}

void ApiClient::cancelAll()
{
    m_channel->cancelAll();
}

} // namespace lectern::zoom
