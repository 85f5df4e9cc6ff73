// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/readers.h"

#include "relay/readerreplies.h"
#include "relay/school/schooldocument.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <spdlog/spdlog.h>

namespace lectern::relay {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using nlohmann::json;

/// How often what was learnt from events is written down: the most that is learnt again after a crash.
constexpr std::chrono::seconds writingInterval(1);
constexpr std::chrono::hours tidyInterval(1);

/// A code cannot be guessed; this keeps those who try from costing much. A whole class may be behind one
/// address.
constexpr unsigned guesses = 30;
constexpr std::chrono::seconds guessInterval(10);

awaitable<void> pause(std::chrono::milliseconds duration)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, duration);
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

std::optional<Position> readPosition(std::string_view text)
{
    Position position = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), position);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return whole ? std::optional(position) : std::nullopt;
}

/// Where a subscription stands: Last-Event-ID, which a client sends when it comes back, before what its
/// address says;
/// \a newest where neither is given; nothing for a text that is no position.
std::optional<Position> wantedPosition(const http::Request &request, Position newest)
{
    if (const auto last = request.headers.find("Last-Event-ID"))
        return readPosition(*last);
    const auto after = request.query.find("after");
    return after ? readPosition(*after) : newest;
}

http::Reply streamReply(Coding coding)
{
    http::Reply reply;
    reply.headers.set("Content-Type", "text/event-stream");
    reply.headers.set("Cache-Control", "no-store");
    reply.headers.set("Vary", "Accept-Encoding");
    reply.headers.set("X-Accel-Buffering", "no"); // asks a proxy to pass each piece on at once
    if (coding == Coding::Gzip)
        reply.headers.set("Content-Encoding", "gzip");
    return reply;
}

std::optional<std::string> codeIn(const std::string &body)
{
    const json document = json::parse(body, nullptr, false);
    if (!document.is_object() || !document.contains("code") || !document["code"].is_string())
        return std::nullopt;
    return document["code"].get<std::string>();
}

/// What is wrong with a document of PUT /school.
struct BadSchool
{
    const char *word = nullptr;
    std::string message;
};

using SchoolRead = std::expected<Facts, BadSchool>;

/// On any thread.
SchoolRead readSchool(const std::string &body)
{
    const json document = json::parse(body, nullptr, false);
    if (document.is_discarded())
        return std::unexpected(BadSchool{"bad_json", "The body is not JSON."});
    auto facts = factsOfSchool(document);
    if (!facts)
        return std::unexpected(BadSchool{"bad_school", std::move(facts.error())});
    return std::move(*facts);
}

Listener listenerOf(const Grant &grant)
{
    return {.email = grant.email, .role = grant.role};
}

} // namespace

Readers::Readers(EventLog &log, RecordStore &records, const TokenSigner &signer, ReaderOptions options)
    : m_log(log)
    , m_records(records)
    , m_options(std::move(options))
    , m_gate(signer, m_options.now)
    , m_desk(records, signer, m_options.now, m_options.lifetimes)
    , m_schools(records)
    , m_hub(log, m_schools, m_gate, m_options.limits)
    , m_guesses(guesses, guessInterval)
{ }

awaitable<Result<void>> Readers::start()
{
    m_records.addListener([this](const std::string &key, const std::optional<std::string> &value) {
        m_gate.note(key, value);
        m_schools.note(key, value);
    });
    m_gate.onRevoked([this] { m_hub.checkAll(); });
    m_hub.start();
    m_log.setListener([this](const KeptEventPointer &event) { m_hub.tell(event); });
    const auto revoked = co_await m_records.list(std::string(Revocations::prefix));
    if (!revoked)
        co_return std::unexpected(revoked.error());
    for (const auto &[key, value] : *revoked)
        m_gate.note(key, value);
    const auto loaded = co_await m_schools.load(m_log, m_options.accounts);
    if (!loaded)
        co_return loaded;
    const auto executor = co_await asio::this_coro::executor;
    m_workers.emplace(2, executor); // so that a large PUT /school holds up no GET
    asio::co_spawn(executor, keepWritingDown(), asio::detached);
    asio::co_spawn(executor, keepTidy(), asio::detached);
    co_return Result<void>();
}

awaitable<void> Readers::keepWritingDown()
{
    for (;;) {
        co_await pause(writingInterval);
        const auto written = co_await m_schools.writeDown();
        if (!written)
            spdlog::warn(
                "what was learnt from events could not be written down: {}", written.error().message);
    }
}

awaitable<void> Readers::keepTidy()
{
    for (;;) {
        co_await pause(tidyInterval);
        const auto tidied = co_await m_desk.tidy();
        if (!tidied)
            spdlog::warn("expired tokens could not be forgotten: {}", tidied.error().message);
    }
}

awaitable<http::Reply> Readers::answer(const http::Request &request)
{
    const std::string what = request.method + ' ' + request.path;
    if (what == "GET /events")
        co_return co_await events(request);
    if (what == "POST /invitations/accept")
        co_return co_await acceptInvitation(request);
    if (what == "POST /token/renew")
        co_return co_await renewToken(request);
    if (what == "GET /me")
        co_return me(request);
    if (what == "PUT /school")
        co_return co_await putSchool(request);
    if (what == "GET /school")
        co_return co_await getSchool(request);
    co_return refusal(404, "not_found", "There is no such place here.");
}

awaitable<http::Reply> Readers::events(const http::Request &request)
{
    auto grant = m_gate.admit(request.headers.find("Authorization"));
    if (!grant)
        co_return refusal(grant.error());
    const auto after = wantedPosition(request, m_hub.newest());
    if (!after)
        co_return refusal(400, "bad_position", "A position is a decimal number.");
    const auto standing = co_await m_hub.standAfter(*after);
    if (!standing)
        co_return refusal(standing.error());
    const Coding coding = takesGzip(request.headers.find("Accept-Encoding")) ? Coding::Gzip : Coding::Plain;
    http::Reply reply = streamReply(coding);
    if (standing->hasLost)
        reply.headers.set("Lectern-Events-Lost", "1");
    reply.stream =
        [this,
            subscription =
                Subscription{.grant = *std::move(grant), .after = standing->after, .coding = coding}](
            http::Stream &stream) mutable { return m_hub.serve(stream, std::move(subscription)); };
    co_return reply;
}

awaitable<http::Reply> Readers::acceptInvitation(const http::Request &request)
{
    const std::string address = addressOf(request);
    const auto wait = m_guesses.wait(address, std::chrono::steady_clock::now());
    if (wait.count() > 0) {
        http::Reply reply = refusal(429, "too_many", "Too many wrong codes came from this address.");
        reply.headers.set("Retry-After", std::to_string(wait.count()));
        co_return reply;
    }
    const auto code = codeIn(request.body);
    if (!code)
        co_return refusal(400, "bad_request", "The body must be {\"code\": \"…\"}.");
    // Before the answer is known, so that guesses sent all at once count as well.
    m_guesses.noteWrong(address, std::chrono::steady_clock::now());
    const auto admission = co_await m_desk.accept(*code);
    if (!admission)
        co_return refusal(admission.error());
    if (!*admission)
        co_return refusal(
            404, "unknown_code", "The invitation is unknown, was used already, or has expired.");
    m_guesses.forgive(address);
    co_return jsonReply(toJson(**admission));
}

awaitable<http::Reply> Readers::renewToken(const http::Request &request)
{
    const auto grant = m_gate.admit(request.headers.find("Authorization"));
    if (!grant)
        co_return refusal(grant.error());
    const auto admission = co_await m_desk.renew(*grant);
    if (!admission)
        co_return refusal(admission.error());
    co_return jsonReply(toJson(*admission));
}

http::Reply Readers::me(const http::Request &request) const
{
    const auto grant = m_gate.admit(request.headers.find("Authorization"));
    return grant ? jsonReply(toJson(*grant)) : refusal(grant.error());
}

awaitable<http::Reply> Readers::putSchool(const http::Request &request)
{
    const auto grant = m_gate.admit(request.headers.find("Authorization"));
    if (!grant)
        co_return refusal(grant.error());
    if (grant->role != Role::Administrator)
        co_return refusal(403, "forbidden", "Only administrators may say who is at the school.");
    // A large school takes long to read, and others want to be served meanwhile.
    auto reading =
        m_workers->call<SchoolRead>([&body = std::as_const(request.body)] { return readSchool(body); });
    SchoolRead wanted = co_await std::move(reading);
    if (!wanted)
        co_return refusal(400, wanted.error().word, wanted.error().message);
    const auto applied = co_await m_schools.replace(grant->account, *std::move(wanted), m_gate.now());
    if (!applied)
        co_return refusal(applied.error());
    http::Reply reply;
    reply.status = 204;
    co_return reply;
}

awaitable<http::Reply> Readers::getSchool(const http::Request &request)
{
    const auto grant = m_gate.admit(request.headers.find("Authorization"));
    if (!grant)
        co_return refusal(grant.error());
    // An administrator's is large, and takes long to write.
    auto writing = m_workers->call<http::Reply>(
        [school = schoolFor(listenerOf(*grant), m_schools.of(grant->account)),
            known = std::optional<std::string>(request.headers.find("If-None-Match"))] {
            return taggedReply(school, known);
        });
    co_return co_await std::move(writing);
}

/// Behind a proxy, the address that the proxy says the request came from: the last one, which it has added
/// itself.
std::string Readers::addressOf(const http::Request &request) const
{
    const bool proxied =
        std::ranges::find(m_options.proxies, request.remoteAddress) != m_options.proxies.end();
    const auto forwarded = request.headers.find("X-Forwarded-For");
    if (!proxied || !forwarded)
        return request.remoteAddress;
    const auto comma = forwarded->rfind(',');
    const std::string_view last = comma == std::string_view::npos ? *forwarded : forwarded->substr(comma + 1);
    const auto first = last.find_first_not_of(' ');
    return std::string(first == std::string_view::npos ? last : last.substr(first));
}

} // namespace lectern::relay
