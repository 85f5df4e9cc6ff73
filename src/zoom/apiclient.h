// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/meetingsapi.h"
#include "zoom/pastmeetingsapi.h"
#include "zoom/recordingsapi.h"
#include "zoom/registrantsapi.h"
#include "zoom/s2scredentials.h"
#include "zoom/trackingfieldsapi.h"
#include "zoom/usersapi.h"

#include <QUrl>

#include <memory>

namespace lectern::zoom {

/// The legacy JWT app of a compatible server.
struct JwtApp
{
    QString apiKey;
    Secret apiSecret;
    /// As `https://zoom.school.example`; `/v2` is added where no path is given.
    QUrl apiUrl;
};

/// Zoom for one account: transport, credentials and the one limiter, behind the endpoint classes. Lives on
/// one thread (the engine's). Destroying it ends every outstanding call with Cancelled.
class ApiClient
{
public:
    explicit ApiClient(Channel::Parts parts);
    ~ApiClient();
    Q_DISABLE_COPY_MOVE(ApiClient)

    [[nodiscard]] static std::unique_ptr<ApiClient> forApp(ServerToServerApp app);
    [[nodiscard]] static std::unique_ptr<ApiClient> forApp(JwtApp app);

    [[nodiscard]] UsersApi users(RequestClass requestClass) const;
    [[nodiscard]] MeetingsApi meetings(RequestClass requestClass) const;
    [[nodiscard]] TrackingFieldsApi trackingFields(RequestClass requestClass) const;
    [[nodiscard]] RegistrantsApi registrants(RequestClass requestClass) const;
    [[nodiscard]] PastMeetingsApi pastMeetings(RequestClass requestClass) const;
    [[nodiscard]] RecordingsApi recordings(RequestClass requestClass) const;

    /// Ends every outstanding call with Cancelled before it returns; later calls work again.
    void cancelAll();

private:
    std::shared_ptr<Channel> m_channel;
};

} // namespace lectern::zoom
