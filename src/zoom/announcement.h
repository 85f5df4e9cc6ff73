// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace lectern::zoom {

class JsonObject;

/// What lectern-sandbox says about itself on its first line.
struct Announcement
{
    QUrl api;
    QUrl oauth;
    QUrl webSocket;
    QString accountId;
    QString clientId;
    Secret clientSecret;
    QString publicClientId;
    QString apiKey;
    Secret apiSecret;
    Secret webhookSecret;
    QString subscriptionId;
};

void read(const JsonObject &in, Announcement &out);
[[nodiscard]] Result<Announcement> decodeAnnouncement(const QByteArray &line);

/// What lectern-relay says on its first line: where it listens.
[[nodiscard]] Result<QUrl> decodeRelayAnnouncement(const QByteArray &line);

} // namespace lectern::zoom
