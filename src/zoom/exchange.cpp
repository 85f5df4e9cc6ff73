// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/exchange.h"

#include "zoom/hosts.h"
#include "zoom/networkerror.h"
#include "zoom/onetimebody.h"
#include "zoom/text.h"

#include <QNetworkRequest>

namespace lectern::zoom {

namespace {

constexpr int maxRedirects = 5;
constexpr qint64 readStep = qint64{64} * 1024;

} // namespace

Exchange::Exchange(Request request, QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_network(network)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stop(error(
            ErrorCode::Timeout, Text::noAnswerInTime(m_request.url.host()), QStringLiteral("deadline")));
    });
}

Exchange::~Exchange()
{
    cancel();
}

void Exchange::start()
{
    m_deadline.start(m_request.timeout);
    sendTo(m_request.url);
}

void Exchange::cancel()
{
    if (m_result.isResolved())
        return;
    stop(error(ErrorCode::Cancelled, Text::cancelled(), {}));
    deliver();
}

void Exchange::sendTo(const QUrl &url)
{
    if (!isSecureEnough(url)) {
        const QString address = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toString();
        return stop(error(ErrorCode::Invalid, Text::insecureAddress(address), {}));
    }
    m_body.clear();
    m_reply = begin(requestTo(url));
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
}

QNetworkReply *Exchange::begin(QNetworkRequest request)
{
    const QByteArray verb = verbName(m_request.verb);
    if (m_request.verb == Verb::Get)
        return m_network.sendCustomRequest(request, verb, m_request.body);
    // Sent once, even with an empty body: an answer that got lost must not make a second meeting.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    auto *body = new OneTimeBody(m_request.body);
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, body);
    body->setParent(reply);
    return reply;
}

QNetworkRequest Exchange::requestTo(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_request.version == HttpVersion::Any);
    request.setTransferTimeout(int(m_request.timeout.count()));
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Lectern"));
    if (!m_request.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
    if (!m_request.authorization.isEmpty() && isSameOrigin(url, m_request.url))
        request.setRawHeader("Authorization", m_request.authorization.reveal());
    return request;
}

void Exchange::readSome()
{
    while (m_reply && m_reply->bytesAvailable() > 0) {
        m_body += m_reply->read(readStep);
        if (m_body.size() > m_request.bodyLimit)
            return stop(error(ErrorCode::Protocol, Text::tooLarge(), QStringLiteral("body over the limit")));
    }
}

void Exchange::finish()
{
    if (m_outcome || !m_reply)
        return;
    if (!isAnswer(*m_reply))
        return stop(networkError());
    readSome();
    if (m_outcome)
        return;
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty())
        return follow(m_reply->url().resolved(target));
    conclude(responseSoFar());
}

void Exchange::follow(const QUrl &target)
{
    if (m_request.verb != Verb::Get || ++m_redirects > maxRedirects) {
        return stop(error(ErrorCode::Protocol, Text::sentElsewhere(target.host()),
            QStringLiteral("redirect not followed")));
    }
    m_reply->disconnect(this);
    m_reply->deleteLater();
    sendTo(target);
}

void Exchange::stop(Error error)
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    conclude(std::unexpected(std::move(error)));
}

void Exchange::conclude(Result<Response> result)
{
    m_deadline.stop();
    m_outcome = std::move(result);
    QMetaObject::invokeMethod(this, &Exchange::deliver, Qt::QueuedConnection);
}

void Exchange::deliver()
{
    if (m_result.isResolved())
        return;
    deleteLater();
    const OneShot<Result<Response>> mine = m_result;
    mine.resolve(std::move(*m_outcome));
}

Response Exchange::responseSoFar() const
{
    Response response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        response.headers.append({header.first, header.second});
    response.body = m_body;
    return response;
}

Error Exchange::networkError() const
{
    const Error found = errorOfNetwork(*m_reply);
    return error(found.code, found.message, found.detail);
}

Error Exchange::error(ErrorCode code, const QString &message, const QString &detail) const
{
    const QString where = QString::fromLatin1(verbName(m_request.verb)) + u' ' + m_request.url.path();
    const QString full = detail.isEmpty() ? where : QString(where + u": " + detail);
    return Error{.code = code, .message = message, .detail = full};
}

} // namespace lectern::zoom
