// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the body of a webhook, from the request to every copy of the event that a subscriber may get.
// The first byte decides whether they are signed as Zoom would.

#include "http/encoding.h"
#include "relay/school/learn.h"
#include "relay/school/redaction.h"
#include "relay/stream/liveevent.h"
#include "relay/webhook/endpoint.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <cstdlib>
#include <spdlog/spdlog.h>

using namespace lectern;
using namespace lectern::relay;
using boost::asio::awaitable;

namespace {

constexpr const char *secret = "a secret of the fuzzer's own";

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// Holds the last event it was given.
class OneEventLog final : public EventLog
{
public:
    awaitable<Result<Appended>> append(Event event) override
    {
        KeptEvent kept;
        kept.position = ++m_newest;
        kept.event = std::move(event);
        last = std::make_shared<const KeptEvent>(std::move(kept));
        const Appended appended{.outcome = Appended::Outcome::Stored, .position = m_newest};
        co_return appended;
    }
    awaitable<Result<std::vector<KeptEventPointer>>> read(std::string, Position, std::size_t) override
    {
        co_return std::vector<KeptEventPointer>();
    }
    Position oldest() const override { return 1; }
    Position newest() const override { return m_newest; }
    awaitable<Result<bool>> hasReached(Position position) override { co_return position <= m_newest; }
    void setListener(Listener) override { }
    std::uint64_t bytes() const override { return 0; }
    bool isHealthy() const override { return true; }

    KeptEventPointer last;

private:
    Position m_newest = 0;
};

http::Request requestWith(std::string body, bool isSigned)
{
    http::Request request;
    request.method = "POST";
    request.path = "/zoom/webhook";
    const std::string signature =
        "v0=" + http::hexEncode(http::hmacSha256(secret, "v0:1772442000:" + (isSigned ? body : "")));
    request.headers = {{"x-zm-request-timestamp", "1772442000"}, {"x-zm-signature", signature}};
    request.body = std::move(body);
    return request;
}

int statusOf(WebhookEndpoint &endpoint, const http::Request &request)
{
    boost::asio::io_context context(1);
    int status = 0;
    boost::asio::co_spawn(context, endpoint.handle(request),
        [&status](const std::exception_ptr &thrown, const http::Reply &reply) {
            check(!thrown);
            status = reply.status;
        });
    context.run();
    return status;
}

/// The document of a frame: one line, whole, and without what nobody may have.
void checkFrame(std::string_view frame, Position position)
{
    const std::string beginning = "id: " + std::to_string(position) + "\ndata: ";
    check(frame.starts_with(beginning) && frame.ends_with("\n\n"));
    frame.remove_prefix(beginning.size());
    frame.remove_suffix(2);
    check(frame.find_first_of("\r\n") == std::string_view::npos);
    nlohmann::json document = nlohmann::json::parse(frame, nullptr, false);
    check(document.is_object());
    check(!takeOutHostSecrets(document));
}

void checkCopies(const KeptEventPointer &kept)
{
    Directory school;
    const LiveEvent live(kept);
    check(live.zoomEvent() != nullptr);
    for (const View view : {View::Whole, View::Learners, View::Own})
        checkFrame(live.frame(view), live.position());
    const Facts facts = factsFrom(*live.zoomEvent(), school);
    for (const Fact &fact : facts) {
        check(factKeyFrom(textOf(fact.key)) == fact.key);
        school.apply(fact);
    }
    check(factsFrom(*live.zoomEvent(), school).empty());
    for (const Role role : {Role::Teacher, Role::Learner})
        static_cast<void>(viewFor({.email = "a@b.example", .role = role}, *live.zoomEvent(), school));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    spdlog::set_level(spdlog::level::off);
    const bool isSigned = data[0] != '!';
    std::string body(reinterpret_cast<const char *>(data), size);
    if (!isSigned)
        body.erase(0, 1);
    OneEventLog log;
    Metrics metrics;
    Account account{.id = "default", .secrets = {secret}, .verificationToken = {}};
    WebhookEndpoint endpoint(
        Authentication({account}, std::chrono::hours(2), [] { return 1'772'442'000; }), log, metrics);
    const int status = statusOf(endpoint, requestWith(std::move(body), isSigned));
    check(status >= 200 && status < 600);
    check(isSigned || !log.last);
    if (log.last)
        checkCopies(log.last);
    return 0;
}
