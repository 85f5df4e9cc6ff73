// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/keyring.h"
#include "sync/repositories.h"
#include "sync/statusboard.h"
#include "sync/zoomlink.h"
#include "zoom/user.h"

namespace lectern::sync {

/// The account this profile is connected to: tried before it replaces another, remembered in the store, its
/// secret in the keyring.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    AccountDesk(Repositories &store, ZoomLink &link, Keyring &keyring, StatusBoard &board);

    /// Signs in and reads the first hosts; only then is anything replaced. Another account than the one whose
    /// meetings are here is refused as Conflict while changes wait, and else takes over: what was copied from
    /// the last one is removed, people and courses stay.
    [[nodiscard]] QCoro::Task<Result<void>> connectTo(Account account, Secret secret);
    [[nodiscard]] QCoro::Task<Result<void>> disconnectFrom();
    /// Connects to the account that the store remembers, if any.
    [[nodiscard]] QCoro::Task<Result<void>> restore();
    /// Looks where this account keeps owner tags, once for each sign-in.
    [[nodiscard]] QCoro::Task<Result<void>> findTagPlace();

Q_SIGNALS:
    void connected(const lectern::sync::Account &account, const lectern::Secret &secret);
    void disconnected();

private:
    using Users = QList<zoom::User>;

    [[nodiscard]] static QCoro::Task<Result<Users>> signIn(std::shared_ptr<zoom::Channel> channel);
    [[nodiscard]] bool isRemembered(const QUuid &id) const;
    [[nodiscard]] Result<bool> isSameSchool(const Account &account, const Users &users) const;
    [[nodiscard]] Result<void> checkNothingWaits() const;
    /// In one transaction. Answers the accounts that it replaced.
    [[nodiscard]] Result<QList<Account>> takeOver(const Account &account, const Users &users);
    [[nodiscard]] Result<QList<Account>> replaceRows(const Account &account);
    [[nodiscard]] QCoro::Task<Result<void>> forgetSecrets(QList<Account> accounts);

    Repositories &m_store;
    ZoomLink &m_link;
    Keyring &m_keyring;
    StatusBoard &m_board;
    bool m_tagPlaceKnown = false;
};

} // namespace lectern::sync
