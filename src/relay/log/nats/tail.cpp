// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/tail.h"

#include "relay/webhook/scan.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace lectern::relay::nats {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;
constexpr std::int64_t fetchMilliseconds = 3000;
constexpr int attempts = 4;
/// Before the second attempt; each later one waits as long again. A node that is behind is rarely so for
/// longer.
constexpr std::chrono::milliseconds betweenAttempts{200};

int hexValue(char digit)
{
    return digit >= 'A' ? digit - 'A' + 10 : digit - '0';
}

/// The account in lectern.event.ACCOUNT.HOST.
std::string accountIn(std::string_view subject)
{
    constexpr std::string_view prefix = "lectern.event.";
    if (!subject.starts_with(prefix))
        return {};
    subject.remove_prefix(prefix.size());
    subject = subject.substr(0, subject.find('.'));
    std::string account;
    for (std::size_t i = 0; i < subject.size(); ++i) {
        if (subject[i] != '=') {
            account += subject[i];
        } else if (i + 2 < subject.size()) {
            account += static_cast<char>(hexValue(subject[i + 1]) * 16 + hexValue(subject[i + 2]));
            i += 2;
        }
    }
    return account;
}

/// A pull consumer that goes away by itself.
Result<Subscription> pullFrom(
    Link &link, const std::string &account, Position after, std::size_t limit, int copies)
{
    jsSubOptions options;
    jsSubOptions_Init(&options);
    options.Stream = streamName;
    options.Config.DeliverPolicy = js_DeliverByStartSequence;
    options.Config.OptStartSeq = after + 1;
    options.Config.AckPolicy = js_AckExplicit;
    options.Config.MaxAckPending = static_cast<std::int64_t>(limit);
    options.Config.MemoryStorage = true;
    options.Config.Replicas = copies;
    options.Config.InactiveThreshold = 10 * nanoseconds;
    natsSubscription *made = nullptr;
    const natsStatus status = js_PullSubscribe(
        &made, link.jetStream.get(), subjectsOf(account).c_str(), nullptr, nullptr, &options, nullptr);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "reading the stream"));
    return Subscription(made);
}

Result<std::uint64_t> waitingFor(natsSubscription *subscription)
{
    jsConsumerInfo *found = nullptr;
    const natsStatus status = natsSubscription_GetConsumerInfo(&found, subscription, nullptr, nullptr);
    const ConsumerInfo info(found);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "asking what there is to read"));
    return info->NumPending;
}

/// The newest event of the account as the stream's leader knows it; 0 where there is none.
Result<Position> newestOf(Link &link, const std::string &account)
{
    natsMsg *found = nullptr;
    const natsStatus status = js_GetLastMsg(
        &found, link.jetStream.get(), streamName, subjectsOf(account).c_str(), nullptr, nullptr);
    const Message message(found);
    if (status == NATS_NOT_FOUND)
        return Position(0);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "asking for the newest event"));
    return natsMsg_GetSequence(found);
}

/// Adds what comes with one request; false when there is nothing more up to \a last.
Result<bool> fetchSome(
    natsSubscription *subscription, std::size_t wanted, Position last, std::vector<KeptEventPointer> &events)
{
    natsMsgList list{};
    const natsStatus status =
        natsSubscription_Fetch(&list, subscription, static_cast<int>(wanted), fetchMilliseconds, nullptr);
    bool goesOn = list.Count > 0;
    for (int i = 0; i < list.Count; ++i) {
        auto kept = keptIn(list.Msgs[i]);
        goesOn = goesOn && kept && kept->position < last;
        // Where the consumer moved to another node, it brings again what it had brought.
        const bool isNew = kept && (events.empty() || kept->position > events.back()->position);
        if (isNew && kept->position <= last)
            events.push_back(std::move(kept));
    }
    natsMsgList_Destroy(&list);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "reading the stream"));
    return goesOn;
}

Result<std::vector<KeptEventPointer>> readOnce(
    Link &link, const std::string &account, Position after, Position last, std::size_t limit, int copies)
{
    std::vector<KeptEventPointer> events;
    auto subscription = pullFrom(link, account, after, limit, copies);
    if (!subscription)
        return std::unexpected(subscription.error());
    const auto waiting = waitingFor(subscription->get());
    if (!waiting)
        return std::unexpected(waiting.error());
    const std::size_t wanted = std::min<std::size_t>(limit, *waiting);
    Result<bool> goesOn = wanted > 0;
    while (goesOn && *goesOn && events.size() < wanted)
        goesOn = fetchSome(subscription->get(), wanted - events.size(), last, events);
    natsSubscription_Unsubscribe(subscription->get());
    if (!goesOn)
        return std::unexpected(goesOn.error());
    if (events.size() >= limit)
        return events;
    // The node that was asked may have come back just now and know less than the others: a short page is
    // believed only where the stream's leader knows no more either.
    const Position read = events.empty() ? after : events.back()->position;
    const auto newest = newestOf(link, account);
    if (!newest)
        return std::unexpected(newest.error());
    if (read < last && *newest > read && !(wanted > 0 && !*goesOn))
        return failure(ErrorCode::Unavailable, "a node that is behind was asked");
    return events;
}

} // namespace

std::shared_ptr<const KeptEvent> keptIn(natsMsg *message)
{
    jsMsgMetaData *found = nullptr;
    if (natsMsg_GetMetaData(&found, message) != NATS_OK)
        return nullptr;
    const MetaData meta(found);
    auto kept = std::make_shared<KeptEvent>();
    kept->position = meta->Sequence.Stream;
    kept->received = meta->Timestamp / 1'000'000;
    kept->event = readKept(std::string(dataOf(message)));
    kept->event.account = accountIn(natsMsg_GetSubject(message));
    return kept;
}

Result<void> Tail::follow(Position position)
{
    jsSubOptions options;
    jsSubOptions_Init(&options);
    options.Stream = streamName;
    options.Ordered = true;
    options.Config.DeliverPolicy = js_DeliverByStartSequence;
    options.Config.OptStartSeq = position + 1;
    const std::lock_guard guard(m_mutex);
    m_subscription.reset();
    natsSubscription *made = nullptr;
    const natsStatus status = js_Subscribe(
        &made, m_link->jetStream.get(), allSubjects, &Tail::onMessage, m_closure, nullptr, &options, nullptr);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "following the stream"));
    m_subscription.reset(made);
    natsSubscription_SetPendingLimits(made, -1, -1);
    return {};
}

void Tail::onMessage(natsConnection *, natsSubscription *, natsMsg *message, void *closure)
{
    const Message owned(message);
    auto kept = keptIn(owned.get());
    if (kept)
        (*static_cast<std::shared_ptr<Events> *>(closure))->put(std::move(kept));
}

Result<std::vector<KeptEventPointer>> readPage(
    Link &link, const std::string &account, Position after, Position last, std::size_t limit)
{
    // A consumer on one node is quick to make, but that node may be the one that has just gone. One that has
    // as many copies as the stream (0) is there as long as the stream is.
    auto page = readOnce(link, account, after, last, limit, 1);
    for (int i = 1; !page && i < attempts; ++i) {
        std::this_thread::sleep_for(betweenAttempts * i); // one of the log's own threads
        page = readOnce(link, account, after, last, limit, i == 1 ? 1 : 0);
    }
    return page;
}

} // namespace lectern::relay::nats
