// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayaccess.h"

#include "feed/relayjson.h"
#include "feed/text.h"
#include "zoom/hosts.h"

namespace lectern::feed {

namespace {

struct Kept
{
    QUrl relay;
    QDateTime obtainedAt;
};

struct Identity
{
    RelayAccess access;
};

void readIdentity(const zoom::JsonObject &in, RelayAccess &out)
{
    in.required("expires_at", out.expiresAt);
    in.required("email", out.email);
    in.optional("name", out.name);
    readRole(in, out.role);
    in.optional("account_id", out.accountId);
}

void read(const zoom::JsonObject &in, Identity &out)
{
    readIdentity(in, out.access);
}

void read(const zoom::JsonObject &in, Kept &out)
{
    in.required("relay", out.relay);
    in.required("obtained_at", out.obtainedAt);
}

} // namespace

void read(const zoom::JsonObject &in, RelayAccess &out)
{
    in.required("token", out.token);
    readIdentity(in, out);
}

bool RelayAccess::isDueForRenewal(const QDateTime &now) const
{
    return now.secsTo(expiresAt) < obtainedAt.secsTo(expiresAt) / 2;
}

Secret encodeAccess(const RelayAccess &access)
{
    return Secret(zoom::dumpJson({{"relay", zoom::toJson(access.relay.toString(QUrl::FullyEncoded))},
        {"token", access.token.reveal().toStdString()}, {"obtained_at", zoom::toJson(access.obtainedAt)},
        {"expires_at", zoom::toJson(access.expiresAt)}, {"email", zoom::toJson(access.email)},
        {"name", zoom::toJson(access.name)}, {"role", roleName(access.role)},
        {"account_id", zoom::toJson(access.accountId)}}));
}

Result<RelayAccess> decodeAccess(const Secret &kept)
{
    const Result<Kept> place = zoom::decodeJson<Kept>(kept.reveal());
    if (!place)
        return std::unexpected(place.error());
    // What was kept is checked as what comes from outside: the token goes nowhere unsafe.
    if (!zoom::isSecureEnough(place->relay))
        return failure(ErrorCode::Invalid, Text::insecureInvitation());
    return decodeGrant(kept.reveal(), place->relay, place->obtainedAt);
}

Result<RelayAccess> decodeGrant(const QByteArray &json, const QUrl &relay, const QDateTime &now)
{
    Result<RelayAccess> access = zoom::decodeJson<RelayAccess>(json);
    if (access) {
        access->relay = relay;
        access->obtainedAt = now;
    }
    return access;
}

Result<RelayAccess> decodeIdentity(const QByteArray &json, const RelayAccess &access)
{
    Result<Identity> identity = zoom::decodeJson<Identity>(json);
    if (!identity)
        return std::unexpected(identity.error());
    RelayAccess now = identity->access;
    now.relay = access.relay;
    now.token = access.token;
    now.obtainedAt = access.obtainedAt;
    return now;
}

} // namespace lectern::feed
