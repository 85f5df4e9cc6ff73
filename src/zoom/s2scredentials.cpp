// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/s2scredentials.h"

#include "zoom/errors.h"
#include "zoom/hosts.h"
#include "zoom/oneshot.h"
#include "zoom/text.h"
#include "zoom/tokenreply.h"

#include <QDateTime>

#include <optional>

namespace lectern::zoom {

namespace {

constexpr std::chrono::seconds renewBefore{60};
constexpr qint64 tokenReplyLimit = qint64{64} * 1024;

QByteArray formField(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

Request tokenRequest(const ServerToServerApp &app)
{
    const QByteArray pair = app.clientId.toUtf8() + ':' + app.clientSecret.reveal();
    return Request{.verb = Verb::Post,
        .url = app.tokenUrl,
        .body = "grant_type=account_credentials&" + formField("account_id", app.accountId),
        .contentType = QByteArrayLiteral("application/x-www-form-urlencoded"),
        .authorization = Secret("Basic " + pair.toBase64()),
        .bodyLimit = tokenReplyLimit,
        .version = HttpVersion::Http11,
        .requestClass = RequestClass::Interactive};
}

bool isComplete(const ServerToServerApp &app)
{
    return !app.accountId.isEmpty() && !app.clientId.isEmpty() && !app.clientSecret.isEmpty();
}

/// Refuses a token that would lead the requests to a stranger.
Result<AccessToken> acceptedToken(const TokenReply &reply, const ServerToServerApp &app)
{
    AccessToken token{.value = reply.accessToken};
    if (reply.apiUrl.isEmpty())
        return token;
    const bool isTrusted = isSameOrigin(reply.apiUrl, app.apiUrl)
        || (isZoomHost(reply.apiUrl) && isZoomHost(app.apiUrl) && isSecureEnough(reply.apiUrl));
    if (!isTrusted)
        return failure(ErrorCode::Protocol, Text::foreignApiAddress(reply.apiUrl.host()));
    token.apiUrl = reply.apiUrl;
    return token;
}

} // namespace

struct ServerToServerCredentials::State
{
    ServerToServerApp app;
    std::shared_ptr<Transport> transport;
    std::shared_ptr<const Clock> clock;
    std::optional<AccessToken> current = {};
    QDateTime renewAt = {};
    /// Set while a refresh is under way.
    std::optional<OneShot<Result<AccessToken>>> refreshing = {};

    [[nodiscard]] Result<AccessToken> accept(const Result<Response> &response);
};

Result<AccessToken> ServerToServerCredentials::State::accept(const Result<Response> &response)
{
    if (!response)
        return std::unexpected(response.error());
    const QString operation = QStringLiteral("POST ") + app.tokenUrl.path();
    if (std::optional<Error> error = oauthErrorOf(*response, operation, clock->now()))
        return std::unexpected(std::move(*error));
    const Result<TokenReply> reply = decodeTokenReply(response->body);
    if (!reply)
        return std::unexpected(reply.error());
    const Result<AccessToken> token = acceptedToken(*reply, app);
    if (token) {
        current = *token;
        renewAt = clock->now().addSecs((reply->lifetime - renewBefore).count());
    }
    return token;
}

ServerToServerCredentials::ServerToServerCredentials(
    ServerToServerApp app, std::shared_ptr<Transport> transport, std::shared_ptr<const Clock> clock)
    : m_state(std::make_shared<State>(
          State{.app = std::move(app), .transport = std::move(transport), .clock = std::move(clock)}))
{ }

ServerToServerCredentials::~ServerToServerCredentials() = default;

QCoro::Task<Result<AccessToken>> ServerToServerCredentials::token()
{
    return tokenFor(m_state);
}

QCoro::Task<Result<AccessToken>> ServerToServerCredentials::tokenFor(std::shared_ptr<State> state)
{
    if (!isComplete(state->app))
        co_return Result<AccessToken>(failure(ErrorCode::Unauthorized, Text::incompleteCredentials()));
    if (state->current && state->clock->now() < state->renewAt)
        co_return Result<AccessToken>(*state->current);
    const bool isFirst = !state->refreshing.has_value();
    if (isFirst)
        state->refreshing.emplace();
    const OneShot<Result<AccessToken>> shared = *state->refreshing;
    if (isFirst)
        refresh(state);
    Result<AccessToken> result = co_await shared;
    co_return result;
}

QCoro::Task<void> ServerToServerCredentials::refresh(std::shared_ptr<State> state)
{
    Request request = tokenRequest(state->app);
    QCoro::Task<Result<Response>> sending = state->transport->send(std::move(request));
    const Result<Response> response = co_await sending;
    const OneShot<Result<AccessToken>> waiting = *state->refreshing;
    state->refreshing.reset();
    waiting.resolve(state->accept(response));
}

void ServerToServerCredentials::invalidate(const AccessToken &token)
{
    if (m_state->current && m_state->current->value.reveal() == token.value.reveal())
        m_state->current.reset();
}

} // namespace lectern::zoom
