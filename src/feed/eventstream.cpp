// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/eventstream.h"

#include "feed/relayerrors.h"
#include "feed/text.h"
#include "zoom/hosts.h"
#include "zoom/networkerror.h"
#include "zoom/text.h"

#include <QNetworkRequest>

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 readStep = qint64{64} * 1024;
constexpr qint64 readAhead = 4 * readStep;
constexpr qsizetype longestRefusal = qsizetype{64} * 1024;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isEventStream(const QNetworkReply &reply)
{
    const QByteArray type = reply.rawHeader("Content-Type").split(';').first().trimmed().toLower();
    return statusOf(reply) == 200 && type == "text/event-stream";
}

} // namespace

EventStream::EventStream(Target target, QNetworkAccessManager &network, std::shared_ptr<const Clock> clock)
    : QObject(&network)
    , m_target(std::move(target))
    , m_clock(std::move(clock))
{
    if (!zoom::isSecureEnough(m_target.relay)) {
        const Error insecure = error(ErrorCode::Invalid, Text::insecureInvitation(), {});
        QMetaObject::invokeMethod(this, [this, insecure] { end(insecure); }, Qt::QueuedConnection);
        return;
    }
    m_reply = network.get(request());
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::judgeHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::advance);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::advance);
}

EventStream::~EventStream()
{
    abandon();
}

void EventStream::abandon()
{
    if (!m_reply)
        return;
    m_ended = true;
    m_reply->disconnect(this);
    m_reply->abort();
}

QNetworkRequest EventStream::request() const
{
    QUrl url = m_target.relay;
    url.setPath(url.path() + u"/events"_s);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // A stream of events is as compressible as an archive bomb; what is kept of it is limited by the parser.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Authorization", "Bearer " + m_target.token.reveal());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Lectern"_s);
    if (!m_target.lastEventId.isEmpty())
        request.setRawHeader("Last-Event-ID", m_target.lastEventId);
    return request;
}

void EventStream::resume()
{
    m_paused = false;
    QMetaObject::invokeMethod(this, &EventStream::advance, Qt::QueuedConnection);
}

void EventStream::judgeHeaders()
{
    if (m_open || m_ended || !isEventStream(*m_reply))
        return;
    m_open = true;
    Q_EMIT heard();
    Q_EMIT opened(m_reply->rawHeader("Lectern-Events-Lost") == "1" ? Events::Lost : Events::Complete);
}

void EventStream::advance()
{
    if (m_ended)
        return;
    const QPointer<EventStream> self = this;
    if (m_open)
        readEvents();
    else
        readRefusal();
    // What came before the end is read to the end, however often it was paused.
    const bool over = self && !m_ended && m_reply->isFinished();
    if (over && !(m_paused && m_reply->bytesAvailable() > 0))
        conclude();
}

void EventStream::readEvents()
{
    const QPointer<EventStream> self = this;
    while (self && !m_ended && !m_paused) {
        const QByteArray bytes = m_reply->read(readStep);
        if (bytes.isEmpty())
            return;
        const QList<StreamMessage> messages = m_parser.read(bytes);
        Q_EMIT heard();
        if (self && !messages.isEmpty())
            Q_EMIT arrived(messages);
        if (self && m_parser.hasFault())
            end(error(ErrorCode::Protocol, Text::unreadableStream(m_target.relay.host()), u"endless line"_s));
    }
}

void EventStream::readRefusal()
{
    m_refusal += m_reply->read(longestRefusal - m_refusal.size());
    if (m_refusal.size() >= longestRefusal)
        end(refusal());
}

void EventStream::conclude()
{
    if (m_open) {
        end(error(ErrorCode::Network, Text::connectionEnded(m_target.relay.host()),
            u"network error %1"_s.arg(int(m_reply->error()))));
    } else {
        end(zoom::isAnswer(*m_reply) ? refusal() : zoom::errorOfNetwork(*m_reply));
    }
}

Error EventStream::refusal() const
{
    zoom::Response response{.status = statusOf(*m_reply), .body = m_refusal};
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        response.headers.append({header.first, header.second});
    const std::optional<Error> refused =
        relayErrorOf(response, m_target.relay, u"GET /events"_s, m_clock->now());
    if (refused)
        return *refused;
    return error(ErrorCode::Protocol, Text::signInPage(m_target.relay.host()), u"not an event stream"_s);
}

void EventStream::end(const Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT ended(error);
}

Error EventStream::error(ErrorCode code, const QString &message, const QString &detail) const
{
    return Error{.code = code, .message = message, .detail = u"GET /events: "_s + detail};
}

} // namespace lectern::feed
