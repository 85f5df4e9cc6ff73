// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayerrors.h"

#include "feed/text.h"
#include "zoom/json.h"
#include "zoom/retryafter.h"

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestWord = 64;

/// The body of a relay's refusal.
struct Refusal
{
    QString error;
    QString message;
};

void read(const zoom::JsonObject &in, Refusal &out)
{
    in.required("error", out.error);
    in.optional("message", out.message);
}

QString unauthorizedMessage(const QString &word)
{
    return word.contains(u"revoked"_s) ? Text::accessWithdrawn() : Text::accessEnded();
}

Error refused(int status, const Refusal &refusal, const QString &host)
{
    switch (status) {
    case 401:
        return {.code = ErrorCode::Unauthorized, .message = unauthorizedMessage(refusal.error)};
    case 403:
        return {.code = ErrorCode::Forbidden, .message = Text::notAllowed()};
    case 404:
    case 410:
        return {.code = ErrorCode::NotFound, .message = Text::notARelay(host)};
    case 429:
        return {.code = ErrorCode::RateLimited, .message = Text::busy(host)};
    case 503:
        return {.code = ErrorCode::Server, .message = Text::busy(host)};
    default:
        break;
    }
    if (status >= 500)
        return {.code = ErrorCode::Server, .message = Text::serverTrouble(host)};
    return {.code = ErrorCode::Invalid, .message = Text::refusedInput(host)};
}

/// Without the relay's own words: something between here and there answered, or no relay at all.
Error strange(int status, const QString &host)
{
    if (status == 404)
        return {.code = ErrorCode::NotFound, .message = Text::notARelay(host)};
    if (status == 429 || status >= 500)
        return refused(status, {}, host);
    return {.code = ErrorCode::Protocol, .message = Text::signInPage(host)};
}

} // namespace

std::optional<Error> relayErrorOf(
    const zoom::Response &response, const QUrl &relay, const QString &operation, const QDateTime &now)
{
    if (response.status >= 200 && response.status < 300)
        return {};
    const Result<Refusal> refusal = zoom::decodeJson<Refusal>(response.body);
    Error error =
        refusal ? refused(response.status, *refusal, relay.host()) : strange(response.status, relay.host());
    error.httpStatus = response.status;
    error.retryAfter = zoom::parseRetryAfter(response.header("Retry-After"), now);
    error.detail = operation + u": "_s + QString::number(response.status);
    if (refusal)
        error.detail += u' ' + refusal->error.left(longestWord);
    return error;
}

} // namespace lectern::feed
