// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/networkerror.h"

#include "zoom/text.h"

#include <QNetworkProxy>

#include <algorithm>

namespace lectern::zoom {

namespace {

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::Tls;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return ErrorCode::Protocol;
    default:
        return ErrorCode::Network;
    }
}

bool goesThroughProxy(const QUrl &url)
{
    return std::ranges::any_of(QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)),
        [](const QNetworkProxy &proxy) { return proxy.type() != QNetworkProxy::NoProxy; });
}

QString messageOf(QNetworkReply::NetworkError error, const QUrl &url)
{
    const QString host = url.host();
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return Text::proxyWantsPassword();
    const bool saysProxy =
        error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
    // A proxy that is not there is not told as one.
    if (saysProxy || (error == QNetworkReply::UnknownNetworkError && goesThroughProxy(url)))
        return Text::proxyInTheWay(host);
    switch (codeOf(error)) {
    case ErrorCode::Timeout:
        return Text::noAnswerInTime(host);
    case ErrorCode::Tls:
        return Text::untrustedCertificate(host);
    case ErrorCode::Protocol:
        return Text::unreadableAnswer();
    default:
        return Text::noAnswer(host);
    }
}

} // namespace

bool isAnswer(const QNetworkReply &reply)
{
    if (!reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return false;
    const QNetworkReply::NetworkError error = reply.error();
    return error == QNetworkReply::NoError || error == QNetworkReply::AuthenticationRequiredError
        || error == QNetworkReply::ProtocolInvalidOperationError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

Error errorOfNetwork(const QNetworkReply &reply)
{
    return Error{.code = codeOf(reply.error()),
        .message = messageOf(reply.error(), reply.url()),
        .detail = QStringLiteral("network error %1").arg(int(reply.error()))};
}

QString messageOfSocket(QAbstractSocket::SocketError error, const QUrl &url)
{
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
        return Text::untrustedCertificate(url.host());
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return Text::proxyWantsPassword();
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Text::proxyInTheWay(url.host());
    case QAbstractSocket::UnknownSocketError:
        return goesThroughProxy(url) ? Text::proxyInTheWay(url.host()) : Text::noAnswer(url.host());
    default:
        return Text::noAnswer(url.host());
    }
}

} // namespace lectern::zoom
