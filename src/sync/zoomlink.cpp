// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/zoomlink.h"

#include "zoom/jwtcredentials.h"
#include "zoom/s2scredentials.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::ZoomLink)
};

QUrl tokenUrl(QUrl oauth)
{
    if (oauth.path().isEmpty() || oauth.path() == u"/"_s)
        oauth.setPath(u"/oauth/token"_s);
    return oauth;
}

using Sources = std::pair<std::shared_ptr<zoom::Transport>, std::shared_ptr<const Clock>>;

std::shared_ptr<zoom::Credentials> credentialsFor(
    const ServerToServerAccount &account, const Secret &secret, const Sources &sources)
{
    zoom::ServerToServerApp app{.accountId = account.accountId,
        .clientId = account.clientId,
        .clientSecret = secret,
        .tokenUrl = tokenUrl(account.oauth),
        .apiUrl = account.api};
    return std::make_shared<zoom::ServerToServerCredentials>(app, sources.first, sources.second);
}

std::shared_ptr<zoom::Credentials> credentialsFor(
    const JwtAccount &account, const Secret &secret, const Sources &sources)
{
    return std::make_shared<zoom::JwtCredentials>(account.apiKey, secret, sources.second);
}

} // namespace

ZoomLink::ZoomLink(std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock)
    : m_transport(std::move(transport))
    , m_clock(std::move(clock))
    , m_timers(std::make_shared<zoom::QtTimers>())
{ }

ZoomLink::~ZoomLink() = default;

std::shared_ptr<zoom::Channel> ZoomLink::open(const Account &account, const Secret &secret) const
{
    zoom::Channel::Parts parts;
    parts.apiUrl = std::visit([](const auto &kind) { return kind.api; }, account.kind);
    parts.transport = m_transport;
    parts.credentials = credentials(account, secret);
    parts.limiter = std::make_shared<zoom::Limiter>(m_clock, m_timers);
    parts.clock = m_clock;
    parts.timers = m_timers;
    return std::make_shared<zoom::Channel>(std::move(parts));
}

std::shared_ptr<zoom::Credentials> ZoomLink::credentials(const Account &account, const Secret &secret) const
{
    const Sources sources{m_transport, m_clock};
    return std::visit([&](const auto &kind) { return credentialsFor(kind, secret, sources); }, account.kind);
}

void ZoomLink::use(std::shared_ptr<zoom::Channel> channel)
{
    const std::shared_ptr<zoom::Channel> last = std::exchange(m_channel, std::move(channel));
    if (last)
        last->cancelAll();
}

void ZoomLink::drop()
{
    use(nullptr);
}

void ZoomLink::abort()
{
    if (m_channel)
        m_channel->cancelAll();
    m_transport->cancelAll();
}

zoom::MeetingsApi ZoomLink::meetings(zoom::RequestClass requestClass) const
{
    return zoom::MeetingsApi(m_channel, requestClass);
}

Error notConnected()
{
    return {.code = ErrorCode::Unauthorized,
        .message = Words::tr("Lectern is not connected to a Zoom account. Connect one in the settings.")};
}

} // namespace lectern::sync
