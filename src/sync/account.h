// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>
#include <QUrl>
#include <QUuid>

#include <variant>

namespace lectern::sync {

struct ServerToServerAccount
{
    QString accountId;
    QString clientId;
    QUrl api; ///< such as https://api.zoom.us
    QUrl oauth; ///< such as https://zoom.us
    /// The app's WebSocket subscription, such as wss://ws.zoom.us/ws?subscriptionId=…; empty: none.
    QUrl events = {};
};

/// Legacy: for compatible servers only, Zoom itself cut JWT apps off in 2023.
struct JwtAccount
{
    QString apiKey;
    QUrl api;
};

/// One connection to Zoom. Its secret is in the keyring under secretKey(), never here.
struct Account
{
    QUuid id;
    QString name; ///< as the person calls it
    std::variant<ServerToServerAccount, JwtAccount> kind;

    /// The keyring entry that holds the client secret, or the API secret.
    [[nodiscard]] QString secretKey() const;
};

} // namespace lectern::sync
