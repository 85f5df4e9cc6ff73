// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/hosts.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace lectern::zoom {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array zoomDomains{
    QStringView{u"zoom.us"}, QStringView{u"zoom.com"}, QStringView{u"zoomgov.com"}};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https"_s ? 443 : 80);
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

bool isZoomHost(const QUrl &url)
{
    const QString host = url.host().toLower();
    return std::ranges::any_of(zoomDomains,
        [&host](QStringView domain) { return host == domain || host.endsWith(u'.' + domain.toString()); });
}

bool isSecureEnough(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == u"https"_s || (url.scheme() == u"http"_s && isLoopback(url));
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0
        && portOf(a) == portOf(b);
}

} // namespace lectern::zoom
