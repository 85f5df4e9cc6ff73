// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/alarm.h"
#include "feed/handout.h"
#include "feed/reconnect.h"
#include "feed/socketframe.h"
#include "feed/source.h"
#include "feed/sourceparts.h"
#include "zoom/credentials.h"

#include <QPointer>
#include <QWebSocket>

#include <memory>

namespace lectern::feed {

/// An event subscription of a Zoom app that is delivered by WebSocket.
struct ZoomSubscription
{
    /// wss, or ws to this computer; where the app's page says (`wss://ws.zoom.us/ws`). The token goes only to
    /// one of Zoom's hosts or to the host of `apiUrl`.
    QUrl socketUrl;
    QString id;
    QUrl apiUrl; ///< the account's
};

/// Zoom's own event connection (reference: Zoom's WebSocket documentation and the clients that use it). What
/// happens while it is not connected is not repeated, so that each connection begins with a gap. Zoom serves
/// one connection for a subscription: when another computer keeps taking it, this one steps back for a while.
/// Its positions count events, and mean nothing after a restart.
class ZoomSocketSource final : public Source
{
    Q_OBJECT

public:
    ZoomSocketSource(
        ZoomSubscription subscription, std::shared_ptr<zoom::Credentials> credentials, SourceParts parts);
    ~ZoomSocketSource() override;

    [[nodiscard]] SourceKind kind() const override { return SourceKind::ZoomSocket; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] SourceState state() const override { return m_state; }
    void start(const Position &after) override;
    void stop() override;
    void acknowledge(const Position &position) override;
    void wake() override;

    static constexpr std::chrono::seconds heartbeat{30};
    static constexpr std::chrono::seconds longestSilence{45};
    static constexpr std::chrono::seconds pulse{5};
    /// After a subscription was taken over again and again.
    static constexpr std::chrono::minutes stepBack{10};

private:
    void connectNow();
    static QCoro::Task<void> fetchToken(
        QPointer<ZoomSocketSource> self, std::shared_ptr<zoom::Credentials> credentials, unsigned attempt);
    void open(const Result<zoom::AccessToken> &token);
    [[nodiscard]] bool mayHaveToken() const;
    void dropSocket();
    void read(const QString &text);
    void judge(const SocketFrame &frame);
    [[nodiscard]] Error failureOf(const SocketFrame &frame) const;
    void established();
    void takeEvent(const QByteArray &json);
    void refusedToken();
    void closed();
    void lost(const Error &error);
    void giveUp(const Error &error);
    void beat();
    void planBeat();
    void handOut();
    void setState(Connection connection, const std::optional<Error> &why, const QDateTime &nextAttempt = {});
    [[nodiscard]] Error error(ErrorCode code, const QString &message, const QString &detail) const;

    const ZoomSubscription m_subscription;
    std::shared_ptr<zoom::Credentials> m_credentials;
    SourceParts m_parts;
    Reconnect m_reconnect;
    Alarm m_retry;
    Alarm m_beat;
    std::unique_ptr<QWebSocket> m_socket;
    bool m_proxyAsked = false; ///< for a name and password, which it was not told
    zoom::AccessToken m_token;
    HandOut m_handOut;
    SourceState m_state;
    SourceState m_announced;
    QDateTime m_quietSince; ///< UTC
    QDateTime m_beatAt; ///< UTC: of the last heartbeat sent
    QDateTime m_establishedAt; ///< UTC; invalid while not connected
    unsigned m_attempt = 0;
    quint64 m_count = 0; ///< events so far
    int m_refusals = 0; ///< tokens in a row
    int m_shortLives = 0; ///< connections in a row that the far side soon closed
};

} // namespace lectern::feed
