// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/announcement.h"

#include "zoom/json.h"

namespace lectern::zoom {

namespace {

struct RelayAnnouncement
{
    QUrl url;
};

void read(const JsonObject &in, RelayAnnouncement &out)
{
    in.required("url", out.url);
}

} // namespace

void read(const JsonObject &in, Announcement &out)
{
    in.required("api", out.api);
    in.required("oauth", out.oauth);
    in.optional("websocket", out.webSocket);
    in.required("account_id", out.accountId);
    in.required("client_id", out.clientId);
    in.required("client_secret", out.clientSecret);
    in.optional("public_client_id", out.publicClientId);
    in.optional("api_key", out.apiKey);
    in.optional("api_secret", out.apiSecret);
    in.optional("webhook_secret", out.webhookSecret);
    in.optional("subscription_id", out.subscriptionId);
}

Result<Announcement> decodeAnnouncement(const QByteArray &line)
{
    return decodeJson<Announcement>(line);
}

Result<QUrl> decodeRelayAnnouncement(const QByteArray &line)
{
    const Result<RelayAnnouncement> announcement = decodeJson<RelayAnnouncement>(line);
    if (!announcement)
        return std::unexpected(announcement.error());
    return announcement->url;
}

} // namespace lectern::zoom
