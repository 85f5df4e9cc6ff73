// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/alarm.h"
#include "feed/eventstream.h"
#include "feed/handout.h"
#include "feed/reconnect.h"
#include "feed/relayaccess.h"
#include "feed/relayclient.h"
#include "feed/source.h"
#include "feed/sourceparts.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <memory>

namespace lectern::feed {

/// The relay's stream of events. Down only when the relay says that the token is no longer good; everything
/// else is tried again. A relay that is silent for longer than `longestSilence` (its heartbeat comes every
/// 15 seconds) counts as gone. Follows the system's proxy.
class RelaySource final : public Source
{
    Q_OBJECT

public:
    RelaySource(RelayAccess access, SourceParts parts);
    ~RelaySource() override;

    [[nodiscard]] SourceKind kind() const override { return SourceKind::Relay; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] SourceState state() const override { return m_state; }
    void start(const Position &after) override;
    void stop() override;
    void acknowledge(const Position &position) override;
    void wake() override;

    static constexpr std::chrono::seconds longestSilence{40};
    static constexpr std::chrono::seconds pulse{5};

Q_SIGNALS:
    /// A new token took the place of the old one: to be kept in the keyring.
    void accessRenewed(const lectern::feed::RelayAccess &access);

private:
    void connectNow();
    void dropStream();
    void opened(EventStream::Events events);
    void ended(const Error &error);
    void retryLater(const Error &error);
    void beat();
    void planBeat();
    void renewIfDue();
    void renewed(const Result<RelayAccess> &access);
    static QCoro::Task<void> renew(QPointer<RelaySource> self, RelayClient client, RelayAccess access);
    void take(const QList<StreamMessage> &messages);
    void handOut();
    void setState(Connection connection, const std::optional<Error> &why, const QDateTime &nextAttempt = {});

    RelayAccess m_access;
    SourceParts m_parts;
    RelayClient m_client;
    QNetworkAccessManager m_network;
    Reconnect m_reconnect;
    Alarm m_retry;
    Alarm m_beat;
    std::unique_ptr<EventStream> m_stream;
    HandOut m_handOut;
    SourceState m_state;
    SourceState m_announced;
    QDateTime m_quietSince; ///< UTC: of the present connection
    QDateTime m_connectedAt; ///< UTC
    QDateTime m_renewAfter; ///< UTC: a renewal that failed waits until then
    std::chrono::milliseconds m_askedWait{0}; ///< the least that the relay asked for
    bool m_renewing = false;
};

} // namespace lectern::feed

Q_DECLARE_METATYPE(lectern::feed::RelayAccess)
