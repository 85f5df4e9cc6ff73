// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/channel.h"

#include "zoom/errors.h"
#include "zoom/retrypolicy.h"
#include "zoom/text.h"

namespace lectern::zoom {

namespace {

QByteArray basePath(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    while (path.endsWith('/'))
        path.chop(1);
    return path.isEmpty() ? QByteArrayLiteral("/v2") : path;
}

QByteArray encodedQuery(const QList<QPair<QByteArray, QString>> &query)
{
    QByteArray out;
    for (const auto &[key, value] : query) {
        out += out.isEmpty() ? '?' : '&';
        out += key + '=' + QUrl::toPercentEncoding(value);
    }
    return out;
}

QByteArray originOf(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Error cancelled(const Call &call)
{
    return Error{.code = ErrorCode::Cancelled, .message = Text::cancelled(), .detail = call.operation()};
}

} // namespace

QString Call::operation() const
{
    return QString::fromLatin1(verbName(verb)) + u' ' + QString::fromLatin1(path);
}

Channel::Channel(Parts parts)
    : m_parts(std::move(parts))
{ }

QCoro::Task<Result<Response>> Channel::call(Call call)
{
    return run(shared_from_this(), std::move(call));
}

QCoro::Task<Result<Response>> Channel::run(std::shared_ptr<Channel> self, Call call)
{
    const int generation = self->m_generation;
    bool isRenewed = false;
    int attempts = 0;
    while (true) {
        QCoro::Task<Attempt> trying = attempt(self, call);
        Attempt tried = co_await trying;
        if (tried.result)
            co_return tried.result;
        if (generation != self->m_generation)
            co_return Result<Response>(std::unexpected(cancelled(call)));
        const Error &error = tried.result.error();
        if (error.code == ErrorCode::Unauthorized && !isRenewed && !tried.token.value.isEmpty()) {
            isRenewed = true;
            self->m_parts.credentials->invalidate(tried.token);
            continue;
        }
        const RetryQuestion question{call.verb, call.permit.requestClass, ++attempts};
        const auto delay = retryDelay(question, error, self->m_parts.clock->now());
        if (!delay)
            co_return tried.result;
        const OneShot<bool> pausing = self->pause(*delay);
        const bool isOver = co_await pausing;
        if (!isOver)
            co_return Result<Response>(std::unexpected(cancelled(call)));
    }
}

QCoro::Task<Channel::Attempt> Channel::attempt(std::shared_ptr<Channel> self, Call call)
{
    Attempt attempt;
    const int generation = self->m_generation;
    QCoro::Task<Result<AccessToken>> asking = self->m_parts.credentials->token();
    const Result<AccessToken> token = co_await asking;
    if (!token) {
        attempt.result = std::unexpected(token.error());
        co_return attempt;
    }
    const OneShot<Result<void>> permission = self->m_parts.limiter->acquire(call.permit);
    const Result<void> allowed = co_await permission;
    if (!allowed || generation != self->m_generation) {
        attempt.result = std::unexpected(allowed ? cancelled(call) : allowed.error());
        co_return attempt;
    }
    attempt.token = *token;
    Request request = self->requestFor(call, *token);
    QCoro::Task<Result<Response>> sending = self->m_parts.transport->send(std::move(request));
    Result<Response> response = co_await sending;
    attempt.result = self->judge(call, std::move(response));
    co_return attempt;
}

Request Channel::requestFor(const Call &call, const AccessToken &token) const
{
    const QUrl &base = token.apiUrl.isEmpty() ? m_parts.apiUrl : token.apiUrl;
    const QByteArray address =
        originOf(base) + basePath(m_parts.apiUrl) + call.path + encodedQuery(call.query);
    return Request{.verb = call.verb,
        .url = QUrl::fromEncoded(address, QUrl::StrictMode),
        .body = call.body,
        .contentType = call.body.isEmpty() ? QByteArray() : QByteArrayLiteral("application/json"),
        .authorization = Secret("Bearer " + token.value.reveal()),
        .timeout = call.timeout,
        .requestClass = call.permit.requestClass};
}

Result<Response> Channel::judge(const Call &call, Result<Response> response)
{
    if (!response)
        return response;
    m_parts.limiter->learn(call.permit, *response);
    const std::optional<Error> error = errorOf(*response, call.operation(), m_parts.clock->now());
    if (!error)
        return response;
    if (error->code == ErrorCode::RateLimited)
        m_parts.limiter->refused(call.permit, *error);
    return std::unexpected(*error);
}

OneShot<bool> Channel::pause(std::chrono::milliseconds delay)
{
    const OneShot<bool> pausing;
    m_pauses.removeIf([](const OneShot<bool> &past) { return past.isResolved(); });
    m_pauses.append(pausing);
    m_parts.timers->after(delay, [pausing] { pausing.resolve(true); });
    return pausing;
}

void Channel::cancelAll()
{
    const std::shared_ptr<Channel> self = shared_from_this();
    ++m_generation;
    m_parts.limiter->cancelAll();
    m_parts.transport->cancelAll();
    for (const OneShot<bool> &pausing : QList<OneShot<bool>>(m_pauses))
        pausing.resolve(false);
}

} // namespace lectern::zoom
