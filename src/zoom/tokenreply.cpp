// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/tokenreply.h"

#include "zoom/json.h"

namespace lectern::zoom {

void read(const JsonObject &in, TokenReply &out)
{
    QByteArray token;
    QString apiUrl;
    in.required("access_token", token);
    in.required("expires_in", out.lifetime);
    in.optional("scope", out.scope);
    in.optional("api_url", apiUrl);
    out.accessToken = Secret(token);
    out.apiUrl = QUrl(apiUrl, QUrl::StrictMode);
}

Result<TokenReply> decodeTokenReply(const QByteArray &json)
{
    return decodeJson<TokenReply>(json);
}

} // namespace lectern::zoom
