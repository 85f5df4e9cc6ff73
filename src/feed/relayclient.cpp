// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayclient.h"

#include "feed/relayerrors.h"
#include "feed/text.h"
#include "zoom/json.h"

namespace lectern::feed {

namespace {

using namespace Qt::StringLiterals;
using zoom::Verb;

/// A large school's document takes a while on a slow line.
constexpr std::chrono::milliseconds schoolTimeout = std::chrono::minutes(2);

struct Call
{
    Verb verb = Verb::Get;
    QUrl relay;
    QString path;
    Secret token = {};
    QByteArray body = {};
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
};

zoom::Request requestOf(const Call &call)
{
    zoom::Request request{.verb = call.verb, .url = call.relay, .body = call.body, .timeout = call.timeout};
    request.url.setPath(call.relay.path() + call.path);
    if (!call.token.isEmpty())
        request.authorization = Secret("Bearer " + call.token.reveal());
    if (!call.body.isEmpty())
        request.contentType = QByteArrayLiteral("application/json");
    return request;
}

QString operationOf(const Call &call)
{
    return QString::fromLatin1(zoom::verbName(call.verb)) + u' ' + call.path;
}

QCoro::Task<Result<zoom::Response>> exchange(
    std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock, Call call)
{
    QCoro::Task<Result<zoom::Response>> sending = transport->send(requestOf(call));
    Result<zoom::Response> response = co_await sending;
    if (!response)
        co_return response;
    const std::optional<Error> refused = relayErrorOf(*response, call.relay, operationOf(call), clock->now());
    if (refused)
        response = std::unexpected(*refused);
    co_return response;
}

/// A relay's document that cannot be read is no relay's: a sign-in page of the network, say.
template <typename T>
Result<T> orSignInPage(Result<T> decoded, const QUrl &relay)
{
    if (!decoded)
        decoded.error().message = Text::signInPage(relay.host());
    return decoded;
}

QCoro::Task<Result<RelayAccess>> grant(
    std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock, Call call)
{
    QCoro::Task<Result<zoom::Response>> sending = exchange(transport, clock, call);
    const Result<zoom::Response> response = co_await sending;
    Result<RelayAccess> access = response
        ? orSignInPage(decodeGrant(response->body, call.relay, clock->now()), call.relay)
        : Result<RelayAccess>(std::unexpected(response.error()));
    co_return access;
}

/// What the relay calls wrong about an invitation.
Error invitationError(Error error)
{
    const bool refused = error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Forbidden
        || error.code == ErrorCode::Invalid;
    const bool unknownCode = error.code == ErrorCode::NotFound && error.detail.contains(u"404 "_s);
    if (refused || unknownCode) {
        error.code = ErrorCode::Invalid;
        error.message = Text::invitationUsed();
    }
    return error;
}

} // namespace

RelayClient::RelayClient(std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock)
    : m_transport(std::move(transport))
    , m_clock(std::move(clock))
{ }

QCoro::Task<Result<RelayAccess>> RelayClient::accept(Invitation invitation) const
{
    Call call{.verb = Verb::Post, .relay = invitation.relay, .path = u"/invitations/accept"_s};
    call.body = zoom::dumpJson({{"code", invitation.code.reveal().toStdString()}});
    QCoro::Task<Result<RelayAccess>> asking = grant(m_transport, m_clock, call);
    Result<RelayAccess> access = co_await asking;
    if (!access)
        access = std::unexpected(invitationError(access.error()));
    co_return access;
}

QCoro::Task<Result<RelayAccess>> RelayClient::renew(RelayAccess access) const
{
    const Call call{
        .verb = Verb::Post, .relay = access.relay, .path = u"/token/renew"_s, .token = access.token};
    return grant(m_transport, m_clock, call);
}

QCoro::Task<Result<RelayAccess>> RelayClient::me(RelayAccess access) const
{
    const Call call{.relay = access.relay, .path = u"/me"_s, .token = access.token};
    QCoro::Task<Result<zoom::Response>> sending = exchange(m_transport, m_clock, call);
    const Result<zoom::Response> response = co_await sending;
    Result<RelayAccess> found = response ? orSignInPage(decodeIdentity(response->body, access), call.relay)
                                         : Result<RelayAccess>(std::unexpected(response.error()));
    co_return found;
}

QCoro::Task<Result<RelaySchool>> RelayClient::school(RelayAccess access) const
{
    const Call call{
        .relay = access.relay, .path = u"/school"_s, .token = access.token, .timeout = schoolTimeout};
    QCoro::Task<Result<zoom::Response>> sending = exchange(m_transport, m_clock, call);
    const Result<zoom::Response> response = co_await sending;
    Result<RelaySchool> school = response ? orSignInPage(decodeSchool(response->body), call.relay)
                                          : Result<RelaySchool>(std::unexpected(response.error()));
    co_return school;
}

QCoro::Task<Result<void>> RelayClient::publish(RelayAccess access, RelaySchool school) const
{
    Call call{.verb = Verb::Put, .relay = access.relay, .path = u"/school"_s, .token = access.token};
    call.body = encodeSchool(school);
    call.timeout = schoolTimeout;
    QCoro::Task<Result<zoom::Response>> sending = exchange(m_transport, m_clock, call);
    const Result<zoom::Response> response = co_await sending;
    Result<void> outcome = response ? Result<void>() : Result<void>(std::unexpected(response.error()));
    co_return outcome;
}

} // namespace lectern::feed
