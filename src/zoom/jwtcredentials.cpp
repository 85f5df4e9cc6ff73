// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/jwtcredentials.h"

#include "zoom/jwt.h"

#include <chrono>

namespace lectern::zoom {

namespace {

constexpr std::chrono::minutes lifetime{30};
constexpr std::chrono::minutes renewBefore{5};

qint64 secondsOf(std::chrono::seconds span)
{
    return span.count();
}

QCoro::Task<Result<AccessToken>> readyTask(Result<AccessToken> token)
{
    co_return token;
}

} // namespace

JwtCredentials::JwtCredentials(QString apiKey, Secret apiSecret, std::shared_ptr<const Clock> clock)
    : m_apiKey(std::move(apiKey))
    , m_apiSecret(std::move(apiSecret))
    , m_clock(std::move(clock))
{ }

QCoro::Task<Result<AccessToken>> JwtCredentials::token()
{
    return readyTask(currentOrNew());
}

Result<AccessToken> JwtCredentials::currentOrNew()
{
    const QDateTime now = m_clock->now();
    if (m_current && now < m_renewAt)
        return *m_current;
    const Result<Secret> token = signJwt(m_apiKey, m_apiSecret, now, now.addSecs(secondsOf(lifetime)));
    if (!token)
        return std::unexpected(token.error());
    m_current = AccessToken{.value = *token};
    m_renewAt = now.addSecs(secondsOf(lifetime - renewBefore));
    return *m_current;
}

void JwtCredentials::invalidate(const AccessToken &token)
{
    if (m_current && m_current->value.reveal() == token.value.reveal())
        m_current.reset();
}

} // namespace lectern::zoom
