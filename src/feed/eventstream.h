// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/secret.h"
#include "feed/eventstreamparser.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <memory>

namespace lectern::feed {

/// One connection to a relay's `GET /events`, from its request to its end. Redirects are not followed;
/// cookies are neither sent nor kept. Destroying it ends the connection without a word.
class EventStream : public QObject
{
    Q_OBJECT

public:
    struct Target
    {
        QUrl relay;
        Secret token;
        QByteArray lastEventId; ///< empty: from now
    };

    /// A child of `network`, so that it does not outlive it.
    EventStream(Target target, QNetworkAccessManager &network, std::shared_ptr<const Clock> clock);
    ~EventStream() override;

    /// Ends the connection at once and without a signal; for whoever cannot destroy it yet.
    void abandon();

    /// Reads no more, so that the server is held up in the end.
    void pause() { m_paused = true; }
    /// Goes on from the event loop.
    void resume();
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// How long the server asks to wait before the next connection.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_parser.retry(); }

    enum class Events { Complete, Lost };

Q_SIGNALS:
    /// The server answered with a stream. Lost: it has thrown away some of what came after lastEventId.
    void opened(lectern::feed::EventStream::Events events);
    /// Something came, if only a heartbeat.
    void heard();
    void arrived(const QList<lectern::feed::StreamMessage> &messages);
    /// The last signal, once: there is no stream, or no more of it.
    void ended(const lectern::Error &error);

private:
    [[nodiscard]] QNetworkRequest request() const;
    void judgeHeaders();
    void advance();
    void readEvents();
    void readRefusal();
    void conclude();
    void end(const Error &error);
    [[nodiscard]] Error refusal() const;
    [[nodiscard]] Error error(ErrorCode code, const QString &message, const QString &detail) const;

    const Target m_target;
    std::shared_ptr<const Clock> m_clock;
    EventStreamParser m_parser;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_refusal; ///< the body of an answer that is no stream
    bool m_open = false;
    bool m_paused = false;
    bool m_ended = false;
};

} // namespace lectern::feed
