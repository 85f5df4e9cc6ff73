// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/keyring.h"
#include "sync/repositories.h"
#include "sync/statusboard.h"
#include "sync/zoomlink.h"

namespace lectern::sync {

/// The account this profile is connected to: tried before it replaces another, remembered in the store, its
/// secret in the keyring.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    AccountDesk(Repositories &store, ZoomLink &link, Keyring &keyring, StatusBoard &board);

    /// Signs in and reads the first hosts; only then is anything replaced.
    [[nodiscard]] QCoro::Task<Result<void>> connectTo(Account account, Secret secret);
    [[nodiscard]] QCoro::Task<Result<void>> disconnectFrom();
    /// Connects to the account that the store remembers, if any.
    [[nodiscard]] QCoro::Task<Result<void>> restore();
    /// Looks where this account keeps owner tags, once for each sign-in.
    [[nodiscard]] QCoro::Task<Result<void>> findTagPlace();

Q_SIGNALS:
    void connected();

private:
    [[nodiscard]] Result<void> remember(const Account &account);
    [[nodiscard]] QCoro::Task<Result<void>> signIn(std::shared_ptr<zoom::Channel> channel);

    Repositories &m_store;
    ZoomLink &m_link;
    Keyring &m_keyring;
    StatusBoard &m_board;
    bool m_tagPlaceKnown = false;
};

} // namespace lectern::sync
