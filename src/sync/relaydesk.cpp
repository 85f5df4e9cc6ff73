// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/relaydesk.h"

#include "core/logging.h"
#include "feed/relaysource.h"
#include "store/settingsrepository.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::RelayDesk)
};

/// In the keyring.
const QString accessKey = u"relay/access"_s;
/// In the profile's settings: that there is something in the keyring to ask for.
const QString rememberedKey = u"relay.person"_s;

QString nameOf(const feed::RelayAccess &access)
{
    return access.email.toLower() + u'@' + access.relay.toString();
}

} // namespace

RelayDesk::RelayDesk(Repositories &store, Keyring &keyring, EventDesk &events, StatusBoard &board,
    feed::SourceParts parts, TaskScope &tasks)
    : m_store(store)
    , m_keyring(keyring)
    , m_events(events)
    , m_board(board)
    , m_parts(std::move(parts))
    , m_tasks(tasks)
    , m_client(m_parts.transport, m_parts.clock)
    , m_school(store)
{
    connect(&events, &EventDesk::relayStateChanged, this, &RelayDesk::noteState);
}

QCoro::Task<Result<void>> RelayDesk::accept(QUrl invitation)
{
    const Result<feed::Invitation> parsed = feed::parseInvitation(invitation.toString(QUrl::FullyEncoded));
    if (!parsed)
        co_return Result<void>(std::unexpected(parsed.error()));
    QCoro::Task<Result<feed::RelayAccess>> accepting = m_client.accept(*parsed);
    const Result<feed::RelayAccess> access = co_await accepting;
    if (!access)
        co_return Result<void>(std::unexpected(access.error()));
    QCoro::Task<Result<void>> keeping = m_keyring.write(accessKey, feed::encodeAccess(*access));
    const Result<void> kept = co_await keeping;
    if (!kept)
        co_return kept;
    if (const Result<void> made = makeRoomFor(*access); !made)
        co_return made;
    use(*access);
    Q_EMIT connected();
    co_return Result<void>();
}

Result<void> RelayDesk::makeRoomFor(const feed::RelayAccess &access)
{
    store::SettingsRepository settings(m_store.database);
    return m_store.database.transaction([&]() -> Result<void> {
        const Result<std::optional<QString>> last = settings.value(rememberedKey);
        const Result<QList<store::AccountRow>> accounts = m_store.accounts.list();
        if (!last || !accounts)
            return std::unexpected(last ? accounts.error() : last.error());
        const bool isAnother = *last && **last != nameOf(access);
        if (isAnother && accounts->isEmpty()) {
            if (const Result<void> removed = m_store.accounts.removeCopies(); !removed)
                return removed;
        }
        return settings.set(rememberedKey, nameOf(access));
    });
}

QCoro::Task<Result<void>> RelayDesk::disconnectFrom()
{
    m_access.reset();
    m_events.remove(feed::SourceKind::Relay);
    m_board.setRelay({});
    store::SettingsRepository settings(m_store.database);
    const Result<void> removed = m_store.database.transaction([&] { return settings.remove(rememberedKey); });
    if (!removed)
        co_return removed;
    QCoro::Task<Result<void>> forgetting = m_keyring.remove(accessKey);
    Result<void> forgotten = co_await forgetting;
    co_return forgotten;
}

QCoro::Task<Result<void>> RelayDesk::restore()
{
    const Result<std::optional<QString>> remembered =
        store::SettingsRepository(m_store.database).value(rememberedKey);
    if (!remembered || !*remembered)
        co_return remembered ? Result<void>() : Result<void>(std::unexpected(remembered.error()));
    QCoro::Task<Result<Secret>> reading = m_keyring.read(accessKey);
    const Result<Secret> kept = co_await reading;
    // An invitation that was accepted while the keyring was asked is newer.
    if (m_access)
        co_return Result<void>();
    const Result<feed::RelayAccess> access =
        kept ? feed::decodeAccess(*kept) : Result<feed::RelayAccess>(std::unexpected(kept.error()));
    if (!access) {
        RelayStatus status;
        status.state = RelayStatus::State::Refused;
        status.problem = access.error();
        m_board.setRelay(status);
        co_return Result<void>(std::unexpected(access.error()));
    }
    use(*access);
    Q_EMIT connected();
    co_return Result<void>();
}

void RelayDesk::use(const feed::RelayAccess &access)
{
    m_access = access;
    tell(RelayStatus::State::Connecting, {});
    auto source = std::make_unique<feed::RelaySource>(access, m_parts);
    connect(source.get(), &feed::RelaySource::accessRenewed, this, &RelayDesk::keepRenewed);
    m_events.use(std::move(source));
}

void RelayDesk::keepRenewed(const feed::RelayAccess &access)
{
    if (!m_access)
        return;
    m_access = access;
    m_tasks.run(writeRenewed(&m_keyring, feed::encodeAccess(access)));
}

QCoro::Task<void> RelayDesk::writeRenewed(Keyring *keyring, Secret secret)
{
    QCoro::Task<Result<void>> writing = keyring->write(accessKey, secret);
    const Result<void> written = co_await writing;
    if (!written)
        qCWarning(logSync) << "the relay's new token was not kept:" << written.error().detail;
}

QCoro::Task<Result<void>> RelayDesk::readSchool()
{
    if (!m_access)
        co_return Result<void>(std::unexpected(needsZoomAccount()));
    const feed::RelayAccess access = *m_access;
    QCoro::Task<Result<feed::RelaySchool>> asking = m_client.school(access);
    const Result<feed::RelaySchool> school = co_await asking;
    if (!school)
        co_return Result<void>(std::unexpected(school.error()));
    if (!m_access)
        co_return Result<void>();
    co_return m_school.store(*school, access);
}

void RelayDesk::noteState(const feed::SourceState &state)
{
    if (!m_access)
        return;
    switch (state.connection) {
    case feed::Connection::Connected:
        return tell(RelayStatus::State::Connected, state);
    case feed::Connection::Connecting:
        return tell(RelayStatus::State::Connecting, state);
    case feed::Connection::Down:
        return tell(state.why ? RelayStatus::State::Refused : RelayStatus::State::Connecting, state);
    }
}

void RelayDesk::tell(RelayStatus::State state, const feed::SourceState &source)
{
    RelayStatus status;
    status.state = state;
    status.relay = m_access->relay;
    status.email = m_access->email;
    status.name = m_access->name;
    status.role = m_access->role;
    status.since = source.since;
    status.problem = source.why;
    m_board.setRelay(status);
}

Error needsZoomAccount()
{
    return {.code = ErrorCode::Unauthorized,
        .message = Words::tr("This needs a Zoom account, and Lectern is connected by an invitation only. Ask "
                             "a teacher or the school's administrator.")};
}

} // namespace lectern::sync
