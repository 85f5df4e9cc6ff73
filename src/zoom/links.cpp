// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/links.h"

#include "zoom/hosts.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace lectern::zoom {

namespace {

using namespace Qt::StringLiterals;

/// The meeting number of `/j/123456789` and the like.
QString numberIn(const QUrl &url, const QString &kinds)
{
    const QRegularExpression path(u"^/(?:%1)/(\\d{9,11})/?$"_s.arg(kinds));
    return path.match(url.path()).captured(1);
}

void addParameter(QByteArray &address, const char *name, const QString &value)
{
    if (!value.isEmpty())
        address += '&' + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

QString parameter(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

bool isOfZoom(const QUrl &url)
{
    return url.scheme() == u"https"_s && isZoomHost(url);
}

} // namespace

std::optional<QUrl> joinInApp(const QUrl &joinUrl, const QString &displayName)
{
    const QString number = numberIn(joinUrl, u"j|w"_s);
    if (!isOfZoom(joinUrl) || number.isEmpty())
        return {};
    QByteArray address = "zoommtg://zoom.us/join?action=join";
    addParameter(address, "confno", number);
    addParameter(address, "pwd", parameter(joinUrl, u"pwd"_s));
    addParameter(address, "tk", parameter(joinUrl, u"tk"_s));
    addParameter(address, "uname", displayName);
    address += "&zc=0";
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

std::optional<QUrl> startInApp(const QUrl &startUrl)
{
    const QString number = numberIn(startUrl, u"s"_s);
    const QString key = parameter(startUrl, u"zak"_s);
    if (!isOfZoom(startUrl) || number.isEmpty() || key.isEmpty())
        return {};
    QByteArray address = "zoommtg://zoom.us/start?action=start";
    addParameter(address, "confno", number);
    addParameter(address, "zak", key);
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

} // namespace lectern::zoom
