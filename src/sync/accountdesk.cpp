// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/accountdesk.h"

#include "core/logging.h"
#include "school/ownertag.h"
#include "sync/words.h"
#include "zoom/trackingfieldsapi.h"
#include "zoom/usersapi.h"

#include <algorithm>

namespace lectern::sync {

namespace {

using zoom::RequestClass;

store::AccountRow rowOf(const Account &account)
{
    store::AccountRow row;
    row.id = account.id;
    row.name = account.name;
    if (const auto *oauth = std::get_if<ServerToServerAccount>(&account.kind)) {
        row.kind = store::AccountRow::Kind::ServerToServer;
        row.accountId = oauth->accountId;
        row.clientId = oauth->clientId;
        row.api = oauth->api;
        row.oauth = oauth->oauth;
        row.events = oauth->events;
    } else {
        const auto &legacy = std::get<JwtAccount>(account.kind);
        row.kind = store::AccountRow::Kind::Jwt;
        row.clientId = legacy.apiKey;
        row.api = legacy.api;
    }
    return row;
}

Account accountOf(const store::AccountRow &row)
{
    if (row.kind == store::AccountRow::Kind::Jwt)
        return {row.id, row.name, JwtAccount{row.clientId, row.api}};
    return {
        row.id, row.name, ServerToServerAccount{row.accountId, row.clientId, row.api, row.oauth, row.events}};
}

} // namespace

AccountDesk::AccountDesk(Repositories &store, ZoomLink &link, Keyring &keyring, StatusBoard &board)
    : m_store(store)
    , m_link(link)
    , m_keyring(keyring)
    , m_board(board)
{ }

QCoro::Task<Result<void>> AccountDesk::connectTo(Account account, Secret secret)
{
    if (account.id.isNull())
        account.id = QUuid::createUuid();
    const std::shared_ptr<zoom::Channel> channel = m_link.open(account, secret);
    QCoro::Task<Result<Users>> signingIn = signIn(channel);
    const Result<Users> users = co_await signingIn;
    if (!users)
        co_return Result<void>(std::unexpected(users.error()));
    const Result<bool> same = isSameSchool(account, *users);
    const Result<void> free = same && !*same ? checkNothingWaits() : Result<void>();
    if (!same || !free)
        co_return Result<void>(std::unexpected(same ? free.error() : same.error()));
    QCoro::Task<Result<void>> keeping = m_keyring.write(account.secretKey(), secret);
    const Result<void> kept = co_await keeping;
    if (!kept)
        co_return kept;
    const Result<QList<Account>> replaced = takeOver(account, *users);
    if (!replaced) {
        const QList<Account> newcomers =
            isRemembered(account.id) ? QList<Account>() : QList<Account>{account};
        QCoro::Task<Result<void>> forgetting = forgetSecrets(newcomers);
        co_await forgetting;
        co_return Result<void>(std::unexpected(replaced.error()));
    }
    m_tagPlaceKnown = false;
    m_link.use(channel);
    m_board.setConnection(StatusBoard::Connection::Present);
    Q_EMIT connected(account, secret);
    QCoro::Task<Result<void>> forgetting = forgetSecrets(*replaced);
    const Result<void> forgotten = co_await forgetting;
    if (!forgotten)
        qCWarning(logSync) << "a replaced account's secret is still in the keyring:"
                           << forgotten.error().detail;
    co_return Result<void>();
}

QCoro::Task<Result<AccountDesk::Users>> AccountDesk::signIn(std::shared_ptr<zoom::Channel> channel)
{
    const zoom::UsersApi users(channel, RequestClass::Interactive);
    QCoro::Task<Result<zoom::Page<zoom::User>>> reading = users.list(zoom::UserStatus::Active, QString());
    const Result<zoom::Page<zoom::User>> page = co_await reading;
    if (!page)
        co_return Result<Users>(std::unexpected(page.error()));
    co_return Result<Users>(page->items);
}

bool AccountDesk::isRemembered(const QUuid &id) const
{
    const QList<store::AccountRow> present = m_store.accounts.list().value_or(QList<store::AccountRow>());
    return std::ranges::find(present, id, &store::AccountRow::id) != present.end();
}

Result<bool> AccountDesk::isSameSchool(const Account &account, const Users &users) const
{
    const Result<QList<store::AccountRow>> present = m_store.accounts.list();
    if (!present)
        return std::unexpected(present.error());
    for (const store::AccountRow &row : *present) {
        if (!row.accountId.isEmpty() && row.accountId == rowOf(account).accountId)
            return true;
    }
    const Result<int> known =
        m_store.hosts.count({.text = {}, .include = store::HostQuery::Include::All, .limit = 1});
    if (!known)
        return std::unexpected(known.error());
    if (*known == 0)
        return true;
    // Zoom's user ids are no other account's, whichever way in one takes.
    for (const zoom::User &user : users) {
        const Result<std::optional<school::Host>> host = m_store.hosts.find(user.id);
        if (!host)
            return std::unexpected(host.error());
        if (*host)
            return true;
    }
    return false;
}

Result<void> AccountDesk::checkNothingWaits() const
{
    const Result<store::OutboxCounts> counts = m_store.outbox.counts();
    if (!counts)
        return std::unexpected(counts.error());
    const int waiting = counts->waiting + counts->failed;
    if (waiting == 0)
        return {};
    return failure(ErrorCode::Conflict,
        tr("This is another Zoom account, and %n change(s) wait for the present one. Send or discard them "
           "first.",
            nullptr, waiting));
}

Result<QList<Account>> AccountDesk::takeOver(const Account &account, const Users &users)
{
    return m_store.database.transaction([&]() -> Result<QList<Account>> {
        const Result<bool> same = isSameSchool(account, users);
        if (!same)
            return std::unexpected(same.error());
        if (!*same) {
            // A change may have been made while the keyring was asked.
            const Result<void> free = checkNothingWaits();
            const Result<void> removed = free ? m_store.accounts.removeCopies() : free;
            if (!removed)
                return std::unexpected(removed.error());
            m_board.setPullTimes({}, {});
        }
        return replaceRows(account);
    });
}

Result<QList<Account>> AccountDesk::replaceRows(const Account &account)
{
    const Result<QList<store::AccountRow>> present = m_store.accounts.list();
    if (!present)
        return std::unexpected(present.error());
    QList<Account> replaced;
    for (const store::AccountRow &row : *present) {
        if (row.id == account.id)
            continue;
        if (const Result<void> removed = m_store.accounts.remove(row.id); !removed)
            return std::unexpected(removed.error());
        replaced.append(accountOf(row));
    }
    const Result<void> saved = m_store.accounts.save(rowOf(account));
    return saved ? Result<QList<Account>>(replaced) : std::unexpected(saved.error());
}

QCoro::Task<Result<void>> AccountDesk::forgetSecrets(QList<Account> accounts)
{
    for (const Account &account : accounts) {
        QCoro::Task<Result<void>> forgetting = m_keyring.remove(account.secretKey());
        const Result<void> forgotten = co_await forgetting;
        if (!forgotten)
            co_return forgotten;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> AccountDesk::disconnectFrom()
{
    m_link.drop();
    m_board.setConnection(StatusBoard::Connection::None);
    Q_EMIT disconnected();
    const Result<QList<store::AccountRow>> present = m_store.accounts.list();
    if (!present)
        co_return Result<void>(std::unexpected(present.error()));
    for (const store::AccountRow &row : *present) {
        const Result<void> removed =
            m_store.database.transaction([&] { return m_store.accounts.remove(row.id); });
        if (!removed)
            co_return removed;
        QCoro::Task<Result<void>> forgetting = m_keyring.remove(accountOf(row).secretKey());
        const Result<void> forgotten = co_await forgetting;
        if (!forgotten)
            co_return forgotten;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> AccountDesk::restore()
{
    const Result<QList<store::AccountRow>> present = m_store.accounts.list();
    if (!present || present->isEmpty())
        co_return present ? Result<void>() : Result<void>(std::unexpected(present.error()));
    const Account account = accountOf(present->first());
    m_board.setConnection(StatusBoard::Connection::Present);
    QCoro::Task<Result<Secret>> reading = m_keyring.read(account.secretKey());
    const Result<Secret> secret = co_await reading;
    if (!secret) {
        m_board.noteFailure(missingSecret(secret.error()));
        co_return Result<void>(std::unexpected(secret.error()));
    }
    // An account that was connected while the keyring was asked is newer.
    if (m_link.isOpen())
        co_return Result<void>();
    m_link.use(m_link.open(account, *secret));
    Q_EMIT connected(account, *secret);
    co_return Result<void>();
}

QCoro::Task<Result<void>> AccountDesk::findTagPlace()
{
    if (m_tagPlaceKnown || !m_link.isOpen())
        co_return Result<void>();
    const std::shared_ptr<zoom::Channel> channel = m_link.channel();
    const zoom::TrackingFieldsApi api(channel, RequestClass::Interactive);
    QCoro::Task<Result<QList<zoom::TrackingField>>> listing = api.list();
    const Result<QList<zoom::TrackingField>> fields = co_await listing;
    if (!fields && fields.error().isRetryable())
        co_return Result<void>(std::unexpected(fields.error()));
    if (m_link.channel() != channel)
        co_return Result<void>();
    // Plans without tracking fields, and apps without their scope, refuse the call: the agenda it is.
    const bool has = fields && std::ranges::any_of(*fields, [](const zoom::TrackingField &field) {
        return field.field == school::ownerTrackingField;
    });
    m_link.setTagPlace(has ? TagPlace::TrackingField : TagPlace::Agenda);
    m_tagPlaceKnown = true;
    const QString place =
        has ? store::ownerTagInTrackingField.toString() : store::ownerTagInAgenda.toString();
    co_return m_store.state.set(store::ownerTagPlaceKey.toString(), place);
}

} // namespace lectern::sync
