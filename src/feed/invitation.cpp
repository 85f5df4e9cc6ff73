// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/invitation.h"

#include "feed/text.h"
#include "zoom/hosts.h"

#include <QUrlQuery>

#include <algorithm>

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLink = 4096;
constexpr qsizetype longestCode = 512;

bool isCodeCharacter(QChar character)
{
    return (character.isLetterOrNumber() && character.unicode() < 0x80) || u"-_.~"_s.contains(character);
}

bool isCode(const QString &code)
{
    return !code.isEmpty() && code.size() <= longestCode && std::ranges::all_of(code, isCodeCharacter);
}

bool isPlain(const QUrl &relay)
{
    return relay.userInfo().isEmpty() && !relay.hasQuery() && !relay.hasFragment();
}

QUrl withoutLastSlash(QUrl url)
{
    url = url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    if (url.path() == u"/"_s)
        url.setPath({});
    return url;
}

} // namespace

Result<Invitation> parseInvitation(const QString &link)
{
    const QUrl url(link.trimmed().left(longestLink + 1), QUrl::StrictMode);
    const QUrlQuery query(url);
    const QString code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
    const QUrl relay(query.queryItemValue(u"relay"_s, QUrl::FullyDecoded), QUrl::StrictMode);
    const bool isInvite = url.scheme() == u"lectern"_s && url.host() == u"invite"_s;
    if (link.size() > longestLink || !isInvite || !isCode(code) || !relay.isValid() || !isPlain(relay))
        return failure(ErrorCode::Invalid, Text::notAnInvitation());
    if (!zoom::isSecureEnough(relay))
        return failure(ErrorCode::Invalid, Text::insecureInvitation());
    return Invitation{withoutLastSlash(relay), Secret(code.toLatin1())};
}

} // namespace lectern::feed
