// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relaysource.h"

#include "feed/text.h"

#include <QPointer>

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;

/// A connection that held this long was a good one.
constexpr qint64 goodSeconds = 15;
constexpr qint64 renewAgainSeconds = 60;

} // namespace

RelaySource::RelaySource(RelayAccess access, SourceParts parts)
    : m_access(std::move(access))
    , m_parts(std::move(parts))
    , m_client(m_parts.transport, m_parts.clock)
    , m_reconnect(m_parts.jitter)
    , m_retry(m_parts.timers)
    , m_beat(m_parts.timers)
    , m_handOut(name())
    , m_state{.kind = SourceKind::Relay, .since = m_parts.clock->now()}
{
    m_network.setStrictTransportSecurityEnabled(true);
}

RelaySource::~RelaySource() = default;

QString RelaySource::name() const
{
    return u"relay "_s + m_access.relay.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery) + u' '
        + m_access.email.toLower();
}

void RelaySource::start(const Position &after)
{
    if (m_state.connection != Connection::Down)
        return;
    m_handOut.startAfter(after);
    m_reconnect.reset();
    setState(Connection::Connecting, {});
    planBeat();
    connectNow();
}

void RelaySource::stop()
{
    m_retry.cancel();
    m_beat.cancel();
    dropStream();
    m_handOut.startAfter({});
    setState(Connection::Down, {});
}

void RelaySource::wake()
{
    if (m_state.connection == Connection::Down)
        return;
    m_network.clearConnectionCache();
    m_reconnect.reset();
    setState(Connection::Connecting, m_state.why);
    connectNow();
}

void RelaySource::connectNow()
{
    m_retry.cancel();
    dropStream();
    renewIfDue();
    m_quietSince = m_parts.clock->now();
    m_connectedAt = {};
    m_stream = std::make_unique<EventStream>(
        EventStream::Target{m_access.relay, m_access.token, m_handOut.position()}, m_network, m_parts.clock);
    EventStream *stream = m_stream.get();
    connect(stream, &EventStream::opened, this, &RelaySource::opened);
    connect(stream, &EventStream::arrived, this, &RelaySource::take);
    connect(stream, &EventStream::ended, this, &RelaySource::ended);
    connect(stream, &EventStream::heard, this, [this] {
        m_quietSince = m_parts.clock->now();
        m_state.heardAt = m_quietSince;
    });
}

/// May be called from inside one of its signals.
void RelaySource::dropStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->abandon();
    m_stream.release()->deleteLater();
}

void RelaySource::opened(EventStream::Events events)
{
    m_connectedAt = m_parts.clock->now();
    setState(Connection::Connected, {});
    if (events == EventStream::Events::Lost || m_handOut.position().isEmpty())
        Q_EMIT gap();
}

void RelaySource::take(const QList<StreamMessage> &messages)
{
    for (const StreamMessage &message : messages) {
        const bool isEvent = message.kind == StreamMessage::Kind::Event && message.type.isEmpty();
        if (isEvent)
            m_handOut.add({message.data, message.id, m_parts.clock->now()});
        else
            m_handOut.move(message.id);
        if (message.kind == StreamMessage::Kind::TooLarge)
            Q_EMIT gap();
    }
    handOut();
}

void RelaySource::handOut()
{
    if (m_stream && m_handOut.isFull())
        m_stream->pause();
    if (const std::optional<Batch> batch = m_handOut.take())
        Q_EMIT eventsArrived(*batch);
}

void RelaySource::acknowledge(const Position &position)
{
    m_handOut.acknowledge(position);
    QMetaObject::invokeMethod(this, &RelaySource::handOut, Qt::QueuedConnection);
    if (!m_stream || !m_stream->isPaused() || m_handOut.isFull())
        return;
    m_quietSince = m_parts.clock->now();
    m_stream->resume();
}

void RelaySource::ended(const Error &error)
{
    if (const auto asked = m_stream->retry())
        m_askedWait = std::min(*asked, Reconnect::longest);
    dropStream();
    if (error.code != ErrorCode::Unauthorized)
        return retryLater(error);
    m_retry.cancel();
    m_beat.cancel();
    setState(Connection::Down, error);
}

void RelaySource::retryLater(const Error &error)
{
    const QDateTime now = m_parts.clock->now();
    if (m_connectedAt.isValid() && m_connectedAt.secsTo(now) >= goodSeconds)
        m_reconnect.reset();
    std::chrono::milliseconds wait = std::max(m_reconnect.next(), m_askedWait);
    if (error.retryAfter.isValid())
        wait += std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(error.retryAfter)));
    setState(Connection::Connecting, error, now.addMSecs(wait.count()));
    m_retry.set(wait, [this] {
        setState(Connection::Connecting, m_state.why);
        connectNow();
    });
}

void RelaySource::planBeat()
{
    m_beat.set(pulse, [this] {
        planBeat();
        beat();
    });
}

void RelaySource::beat()
{
    const QDateTime now = m_parts.clock->now();
    const bool waits = m_stream && !m_stream->isPaused();
    if (m_quietSince > now)
        m_quietSince = now; // The clock was set back.
    if (waits && m_quietSince.addSecs(longestSilence.count()) <= now) {
        const QString host = m_access.relay.host();
        ended({.code = ErrorCode::Timeout,
            .message = Text::silence(host),
            .detail = u"GET /events: silence"_s});
    } else {
        setState(m_state.connection, m_state.why, m_state.nextAttemptAt);
    }
    renewIfDue();
}

void RelaySource::renewIfDue()
{
    const QDateTime now = m_parts.clock->now();
    if (m_renewing || !m_access.isDueForRenewal(now) || (m_renewAfter.isValid() && m_renewAfter > now))
        return;
    m_renewing = true;
    renew(this, m_client, m_access);
}

QCoro::Task<void> RelaySource::renew(QPointer<RelaySource> self, RelayClient client, RelayAccess access)
{
    QCoro::Task<Result<RelayAccess>> asking = client.renew(access);
    const Result<RelayAccess> renewed = co_await asking;
    if (self)
        self->renewed(renewed);
}

void RelaySource::renewed(const Result<RelayAccess> &access)
{
    m_renewing = false;
    // The stream tells the person when the token is refused for good.
    m_renewAfter = m_parts.clock->now().addSecs(renewAgainSeconds);
    if (!access)
        return;
    m_access = *access;
    Q_EMIT accessRenewed(m_access);
}

void RelaySource::setState(
    Connection connection, const std::optional<Error> &why, const QDateTime &nextAttempt)
{
    SourceState state = m_state;
    if (state.connection != connection)
        state.since = m_parts.clock->now();
    state.connection = connection;
    state.why = why;
    state.nextAttemptAt = nextAttempt;
    m_state = state;
    if (state == m_announced)
        return;
    m_announced = state;
    QMetaObject::invokeMethod(this, [this, state] { Q_EMIT stateChanged(state); }, Qt::QueuedConnection);
}

} // namespace lectern::feed
