// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/relayclient.h"
#include "feed/sourceparts.h"
#include "sync/eventdesk.h"
#include "sync/keyring.h"
#include "sync/schoolreader.h"
#include "sync/taskscope.h"

#include <optional>

namespace lectern::sync {

/// The connection to the school's relay: invitations, the token in the keyring, the stream of events, and
/// what the relay tells a desktop that has nothing else.
class RelayDesk : public QObject
{
    Q_OBJECT

public:
    RelayDesk(Repositories &store, Keyring &keyring, EventDesk &events, StatusBoard &board,
        feed::SourceParts parts, TaskScope &tasks);

    /// Uses the invitation up and listens from then on. Whoever was here without a Zoom account before goes:
    /// what was copied for them is removed.
    [[nodiscard]] QCoro::Task<Result<void>> accept(QUrl invitation);
    [[nodiscard]] QCoro::Task<Result<void>> disconnectFrom();
    /// Listens to the relay that this profile remembers, if any.
    [[nodiscard]] QCoro::Task<Result<void>> restore();
    /// What the relay knows of the school, into the store; for a desktop without a Zoom account.
    [[nodiscard]] QCoro::Task<Result<void>> readSchool();

    [[nodiscard]] bool isPresent() const { return m_access.has_value(); }
    /// Nothing without a relay.
    [[nodiscard]] const std::optional<feed::RelayAccess> &access() const { return m_access; }
    [[nodiscard]] const feed::RelayClient &client() const { return m_client; }

    void noteState(const feed::SourceState &state);

Q_SIGNALS:
    void connected();

private:
    void use(const feed::RelayAccess &access);
    void keepRenewed(const feed::RelayAccess &access);
    [[nodiscard]] static QCoro::Task<void> writeRenewed(Keyring *keyring, Secret secret);
    [[nodiscard]] Result<void> makeRoomFor(const feed::RelayAccess &access);
    void tell(RelayStatus::State state, const feed::SourceState &source);

    Repositories &m_store;
    Keyring &m_keyring;
    EventDesk &m_events;
    StatusBoard &m_board;
    const feed::SourceParts m_parts;
    TaskScope &m_tasks;
    feed::RelayClient m_client;
    SchoolReader m_school;
    std::optional<feed::RelayAccess> m_access;
};

/// What a command answers that needs an account at Zoom where there is an invitation only.
[[nodiscard]] Error needsZoomAccount();

} // namespace lectern::sync
