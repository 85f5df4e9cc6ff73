// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/publisher.h"

#include "http/encoding.h"

#include <charconv>
#include <spdlog/spdlog.h>

namespace lectern::relay::nats {
namespace {

constexpr const char *numberHeader = "Lectern-Append";

std::uint64_t numberOf(natsMsg *message)
{
    const char *text = nullptr;
    std::uint64_t number = 0;
    if (message && natsMsgHeader_Get(message, numberHeader, &text) == NATS_OK) {
        const std::string_view digits(text);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    return number;
}

natsStatus publishNow(Link &link, std::uint64_t number, const Event &event)
{
    natsMsg *made = nullptr;
    natsStatus status = natsMsg_Create(&made, subjectOf(event.account, event.host).c_str(), nullptr,
        event.json.data(), static_cast<int>(event.json.size()));
    Message message(made);
    const std::string_view key(reinterpret_cast<const char *>(event.key.data()), event.key.size());
    if (status == NATS_OK)
        status = natsMsgHeader_Set(message.get(), "Nats-Msg-Id", http::hexEncode(key).c_str());
    if (status == NATS_OK)
        status = natsMsgHeader_Set(message.get(), numberHeader, std::to_string(number).c_str());
    jsPubOptions options;
    jsPubOptions_Init(&options);
    options.MaxWait = Publisher::patience.count();
    made = message.release();
    if (status == NATS_OK)
        status = js_PublishMsgAsync(link.jetStream.get(), &made, &options);
    message.reset(made); // null where libnats has taken it
    return status;
}

} // namespace

Publisher::Publisher(LinkPointer link, boost::asio::io_context::executor_type executor)
    : m_link(std::move(link))
    , m_sender(1, std::move(executor))
{ }

void Publisher::onAcknowledged(jsCtx *, natsMsg *message, jsPubAck *kept, jsPubAckErr *failed, void *closure)
{
    const Message owned(message ? message : failed ? failed->Msg : nullptr);
    Acknowledged acknowledged;
    acknowledged.number = numberOf(owned.get());
    if (kept) {
        acknowledged.isKept = true;
        acknowledged.isDuplicate = kept->Duplicate;
        acknowledged.position = kept->Sequence;
    } else if (failed) {
        acknowledged.reason = failed->ErrText ? failed->ErrText : natsStatus_GetText(failed->Err);
    }
    (*static_cast<std::shared_ptr<Mailbox<Acknowledged>> *>(closure))->put(std::move(acknowledged));
}

void Publisher::publish(Event event, Done done)
{
    if (m_pending.size() >= mostPending) {
        done(failure(ErrorCode::Busy, "too many events wait for JetStream"));
        return;
    }
    auto shared = std::make_shared<const Event>(std::move(event));
    const auto now = Clock::now();
    const std::uint64_t number = ++m_number;
    m_pending.emplace(
        number, Pending{.event = shared, .done = std::move(done), .since = now, .sent = now, .reason = {}});
    send(number, shared);
}

void Publisher::send(std::uint64_t number, const std::shared_ptr<const Event> &event)
{
    // What fails here is not acknowledged, and so comes again.
    m_sender.post([link = m_link, number, event] { static_cast<void>(publishNow(*link, number, *event)); });
}

void Publisher::acknowledge(const Acknowledged &acknowledged)
{
    const auto found = m_pending.find(acknowledged.number);
    if (found == m_pending.end())
        return;
    if (!acknowledged.isKept) {
        found->second.reason = acknowledged.reason;
        return;
    }
    m_isHealthy = true;
    auto pending = m_pending.extract(found);
    // A duplicate of what we have sent before ourselves is no duplicate.
    const bool isDuplicate = acknowledged.isDuplicate && pending.mapped().times == 1;
    pending.mapped().done(Appended{
        isDuplicate ? Appended::Outcome::Duplicate : Appended::Outcome::Stored, acknowledged.position});
}

void Publisher::tick(Clock::time_point now)
{
    std::vector<std::uint64_t> late;
    for (auto &[number, pending] : m_pending) {
        if (now - pending.since > patience) {
            late.push_back(number);
        } else if (now - pending.sent > resendAfter) {
            pending.sent = now;
            ++pending.times;
            send(number, pending.event);
        }
    }
    for (const std::uint64_t number : late) {
        auto pending = m_pending.extract(number);
        if (std::exchange(m_isHealthy, false))
            spdlog::error("log=nats event=write-failed reason=\"{}\"", pending.mapped().reason);
        pending.mapped().done(failure(ErrorCode::Unavailable, "JetStream does not acknowledge"));
    }
}

} // namespace lectern::relay::nats
