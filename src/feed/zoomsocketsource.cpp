// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/zoomsocketsource.h"

#include "feed/text.h"
#include "zoom/hosts.h"
#include "zoom/networkerror.h"

#include <QAuthenticator>
#include <QNetworkProxy>
#include <QUrlQuery>

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 largestMessage = quint64{4} * 1024 * 1024;
constexpr int refusalsToGiveUp = 2;
constexpr int livesToStepBack = 3;
constexpr qint64 shortLifeSeconds = 60;
/// What waits to be handed out when nobody acknowledges; more is let go, with a gap.
constexpr qsizetype mostWaiting = 10 * Source::maxUnacknowledged;

/// The address as zoom/hosts.h knows addresses.
QUrl webAddress(QUrl url)
{
    url.setScheme(url.scheme() == u"wss"_s ? u"https"_s : url.scheme() == u"ws"_s ? u"http"_s : QString());
    return url;
}

/// The one that an ordinary request to that host would take: the system knows none for sockets.
QNetworkProxy proxyFor(const QUrl &address)
{
    const QList<QNetworkProxy> found = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(address));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::DefaultProxy) : found.first();
}

} // namespace

ZoomSocketSource::ZoomSocketSource(
    ZoomSubscription subscription, std::shared_ptr<zoom::Credentials> credentials, SourceParts parts)
    : m_subscription(std::move(subscription))
    , m_credentials(std::move(credentials))
    , m_parts(std::move(parts))
    , m_reconnect(m_parts.jitter)
    , m_retry(m_parts.timers)
    , m_beat(m_parts.timers)
    , m_handOut(name())
    , m_state{.kind = SourceKind::ZoomSocket, .since = m_parts.clock->now()}
{ }

ZoomSocketSource::~ZoomSocketSource()
{
    if (m_socket)
        m_socket->disconnect(this);
}

QString ZoomSocketSource::name() const
{
    return u"zoom-socket "_s + m_subscription.socketUrl.host() + u' ' + m_subscription.id;
}

void ZoomSocketSource::start(const Position &)
{
    if (m_state.connection != Connection::Down)
        return;
    if (!mayHaveToken())
        return giveUp(error(ErrorCode::Invalid, Text::noEventAddress(), u"address"_s));
    m_handOut.startAfter({});
    m_reconnect.reset();
    m_refusals = 0;
    m_shortLives = 0;
    setState(Connection::Connecting, {});
    planBeat();
    connectNow();
}

void ZoomSocketSource::stop()
{
    m_retry.cancel();
    m_beat.cancel();
    dropSocket();
    m_handOut.startAfter({});
    setState(Connection::Down, {});
}

void ZoomSocketSource::wake()
{
    if (m_state.connection == Connection::Down)
        return;
    m_reconnect.reset();
    setState(Connection::Connecting, m_state.why);
    connectNow();
}

bool ZoomSocketSource::mayHaveToken() const
{
    const QUrl address = webAddress(m_subscription.socketUrl);
    const bool isOurs = address.host().compare(m_subscription.apiUrl.host(), Qt::CaseInsensitive) == 0;
    return !m_subscription.id.isEmpty() && zoom::isSecureEnough(address)
        && (zoom::isZoomHost(address) || isOurs);
}

void ZoomSocketSource::connectNow()
{
    m_retry.cancel();
    dropSocket();
    m_quietSince = m_parts.clock->now();
    fetchToken(this, m_credentials, m_attempt);
}

QCoro::Task<void> ZoomSocketSource::fetchToken(
    QPointer<ZoomSocketSource> self, std::shared_ptr<zoom::Credentials> credentials, unsigned attempt)
{
    QCoro::Task<Result<zoom::AccessToken>> asking = credentials->token();
    const Result<zoom::AccessToken> token = co_await asking;
    if (self && self->m_attempt == attempt)
        self->open(token);
}

void ZoomSocketSource::open(const Result<zoom::AccessToken> &token)
{
    if (!token)
        return token.error().isRetryable() ? lost(token.error()) : giveUp(token.error());
    m_token = *token;
    QUrl url = m_subscription.socketUrl;
    QUrlQuery query(url);
    query.addQueryItem(u"subscriptionId"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_subscription.id)));
    query.addQueryItem(u"access_token"_s, QString::fromLatin1(m_token.value.reveal().toPercentEncoding()));
    url.setQuery(query);
    m_socket = std::make_unique<QWebSocket>(u"Lectern"_s);
    m_socket->setProxy(proxyFor(webAddress(m_subscription.socketUrl)));
    m_socket->setMaxAllowedIncomingMessageSize(largestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(largestMessage);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &ZoomSocketSource::read);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &ZoomSocketSource::closed);
    connect(m_socket.get(), QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
        &ZoomSocketSource::closed);
    // The socket's error does not say that the proxy asked.
    m_proxyAsked = false;
    connect(m_socket.get(), &QWebSocket::proxyAuthenticationRequired, this, [this] { m_proxyAsked = true; });
    m_socket->open(url);
}

/// May be called from inside one of its signals.
void ZoomSocketSource::dropSocket()
{
    ++m_attempt;
    m_establishedAt = {};
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater();
}

void ZoomSocketSource::read(const QString &text)
{
    m_quietSince = m_parts.clock->now();
    m_state.heardAt = m_quietSince;
    const Result<SocketFrame> frame = decodeSocketFrame(text.toUtf8());
    if (frame)
        return judge(*frame);
    lost(error(ErrorCode::Protocol, Text::unreadableStream(m_subscription.socketUrl.host()), u"frame"_s));
}

void ZoomSocketSource::judge(const SocketFrame &frame)
{
    if (frame.refusesToken())
        return refusedToken();
    if (frame.outcome == SocketFrame::Outcome::Failure)
        return lost(failureOf(frame));
    if (!m_establishedAt.isValid())
        established();
    if (frame.module == SocketFrame::Module::Message)
        takeEvent(frame.content);
}

Error ZoomSocketSource::failureOf(const SocketFrame &frame) const
{
    if (frame.module == SocketFrame::Module::BuildConnection)
        return error(ErrorCode::Forbidden, Text::subscriptionRefused(), u"build_connection failed"_s);
    return error(
        ErrorCode::Server, Text::serverTrouble(m_subscription.socketUrl.host()), u"a frame says failure"_s);
}

void ZoomSocketSource::established()
{
    m_establishedAt = m_parts.clock->now();
    m_beatAt = m_establishedAt;
    m_refusals = 0;
    setState(Connection::Connected, {});
    Q_EMIT gap();
}

void ZoomSocketSource::takeEvent(const QByteArray &json)
{
    ++m_count;
    if (json.size() > maxEventSize || m_handOut.waiting() >= mostWaiting) {
        Q_EMIT gap();
        return;
    }
    m_handOut.add({json, QByteArray::number(m_count), m_parts.clock->now()});
    handOut();
}

void ZoomSocketSource::handOut()
{
    if (const std::optional<Batch> batch = m_handOut.take())
        Q_EMIT eventsArrived(*batch);
}

void ZoomSocketSource::acknowledge(const Position &position)
{
    m_handOut.acknowledge(position);
    QMetaObject::invokeMethod(this, &ZoomSocketSource::handOut, Qt::QueuedConnection);
}

void ZoomSocketSource::refusedToken()
{
    m_credentials->invalidate(m_token);
    const Error refused = error(ErrorCode::Unauthorized, Text::subscriptionRefused(), u"token refused"_s);
    if (++m_refusals >= refusalsToGiveUp)
        return giveUp(refused);
    lost(refused);
}

void ZoomSocketSource::closed()
{
    const QString host = m_subscription.socketUrl.host();
    // The socket's own words may hold the address, and the address the token.
    const QString detail =
        u"close code %1, socket error %2"_s.arg(int(m_socket->closeCode())).arg(int(m_socket->error()));
    const QAbstractSocket::SocketError reason =
        m_proxyAsked ? QAbstractSocket::ProxyAuthenticationRequiredError : m_socket->error();
    const bool untrusted = reason == QAbstractSocket::SslHandshakeFailedError;
    if (untrusted || !m_establishedAt.isValid())
        return lost(error(untrusted ? ErrorCode::Tls : ErrorCode::Network,
            zoom::messageOfSocket(reason, webAddress(m_subscription.socketUrl)), detail));
    const bool wasShort = m_establishedAt.secsTo(m_parts.clock->now()) < shortLifeSeconds;
    m_shortLives = wasShort ? m_shortLives + 1 : 0;
    if (m_shortLives >= livesToStepBack) {
        Error taken = error(ErrorCode::Conflict, Text::subscriptionTaken(), detail);
        taken.retryAfter = m_parts.clock->now().addSecs(std::chrono::seconds(stepBack).count());
        return lost(taken);
    }
    lost(error(ErrorCode::Network, Text::connectionEnded(host), detail));
}

void ZoomSocketSource::lost(const Error &error)
{
    const QDateTime now = m_parts.clock->now();
    if (m_establishedAt.isValid() && m_establishedAt.secsTo(now) >= shortLifeSeconds)
        m_reconnect.reset();
    dropSocket();
    std::chrono::milliseconds wait = m_reconnect.next();
    if (error.retryAfter.isValid())
        wait += std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(error.retryAfter)));
    setState(Connection::Connecting, error, now.addMSecs(wait.count()));
    m_retry.set(wait, [this] {
        setState(Connection::Connecting, m_state.why);
        connectNow();
    });
}

void ZoomSocketSource::giveUp(const Error &error)
{
    m_retry.cancel();
    m_beat.cancel();
    dropSocket();
    setState(Connection::Down, error);
}

void ZoomSocketSource::planBeat()
{
    m_beat.set(pulse, [this] {
        planBeat();
        beat();
    });
}

void ZoomSocketSource::beat()
{
    const QDateTime now = m_parts.clock->now();
    m_quietSince = std::min(m_quietSince, now); // The clock may have been set back.
    if (!m_retry.isSet() && m_quietSince.addSecs(longestSilence.count()) <= now) {
        const QString host = m_subscription.socketUrl.host();
        return lost(error(ErrorCode::Timeout, Text::silence(host), u"silence"_s));
    }
    if (m_establishedAt.isValid() && m_beatAt.addSecs(heartbeat.count()) <= now) {
        m_beatAt = now;
        m_socket->sendTextMessage(QString::fromLatin1(heartbeatFrame()));
    }
    setState(m_state.connection, m_state.why, m_state.nextAttemptAt);
}

void ZoomSocketSource::setState(
    Connection connection, const std::optional<Error> &why, const QDateTime &nextAttempt)
{
    if (m_state.connection != connection)
        m_state.since = m_parts.clock->now();
    m_state.connection = connection;
    m_state.why = why;
    m_state.nextAttemptAt = nextAttempt;
    if (m_state == m_announced)
        return;
    m_announced = m_state;
    QMetaObject::invokeMethod(
        this, [this, state = m_state] { Q_EMIT stateChanged(state); }, Qt::QueuedConnection);
}

Error ZoomSocketSource::error(ErrorCode code, const QString &message, const QString &detail) const
{
    return Error{.code = code, .message = message, .detail = u"event connection: "_s + detail};
}

} // namespace lectern::feed
