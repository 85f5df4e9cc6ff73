// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace lectern::zoom {

class JsonObject;

/// What an OAuth token endpoint gives.
struct TokenReply
{
    Secret accessToken;
    std::chrono::seconds lifetime{0};
    QString scope; ///< separated by spaces
    QUrl apiUrl; ///< may be empty
};

void read(const JsonObject &in, TokenReply &out);
[[nodiscard]] Result<TokenReply> decodeTokenReply(const QByteArray &json);

} // namespace lectern::zoom
