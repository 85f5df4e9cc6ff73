// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/tokenreply.h"

#include "zoom/json.h"

namespace lectern::zoom {

void read(const JsonObject &in, TokenReply &out)
{
    in.required("access_token", out.accessToken);
    in.required("expires_in", out.lifetime);
    in.optional("scope", out.scope);
    in.optional("api_url", out.apiUrl);
}

Result<TokenReply> decodeTokenReply(const QByteArray &json)
{
    return decodeJson<TokenReply>(json);
}

} // namespace lectern::zoom
