// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/meetingextras.h"

#include "zoom/json.h"

namespace lectern::zoom {

namespace {

struct Invitation
{
    QString text;
};

struct StartLink
{
    QByteArray url;
};

void read(const JsonObject &in, Invitation &out)
{
    in.required("invitation", out.text);
}

void read(const JsonObject &in, StartLink &out)
{
    in.required("start_url", out.url);
}

} // namespace

Result<QString> decodeInvitation(const QByteArray &json)
{
    Result<Invitation> invitation = decodeJson<Invitation>(json);
    if (!invitation)
        return std::unexpected(invitation.error());
    return invitation->text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

Result<Secret> decodeStartUrl(const QByteArray &json)
{
    const Result<StartLink> link = decodeJson<StartLink>(json);
    if (!link)
        return std::unexpected(link.error());
    return Secret(link->url);
}

} // namespace lectern::zoom
