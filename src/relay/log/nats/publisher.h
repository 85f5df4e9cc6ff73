// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/log/nats/mailbox.h"
#include "relay/log/nats/server.h"
#include "relay/workers.h"

#include <chrono>
#include <functional>
#include <map>

namespace lectern::relay::nats {

/// JetStream's answer to one message.
struct Acknowledged
{
    std::uint64_t number = 0; ///< of the append
    bool isKept = false;
    bool isDuplicate = false;
    Position position = 0;
    std::string reason; ///< where it is not kept
};

/// Publishes events and waits for JetStream to have them. What is not acknowledged soon (its leader has just
/// died, the connection is going from one server to the next) is published again: the message's id makes the
/// second time harmless. On the serving thread; tick() is to be called a few times a second.
class Publisher
{
public:
    using Done = std::move_only_function<void(Result<Appended>)>;
    using Clock = std::chrono::steady_clock;

    /// Longer than this no append waits.
    static constexpr std::chrono::milliseconds patience{2500};
    static constexpr std::chrono::milliseconds resendAfter{600};
    static constexpr std::size_t mostPending = 20'000;

    Publisher(LinkPointer link, boost::asio::io_context::executor_type executor);

    void publish(Event event, Done done);
    void acknowledge(const Acknowledged &acknowledged);
    void tick(Clock::time_point now);

    [[nodiscard]] bool isHealthy() const { return m_isHealthy; }

    /// For connect(): posts an Acknowledged to the mailbox that is the closure.
    static void onAcknowledged(jsCtx *, natsMsg *message, jsPubAck *kept, jsPubAckErr *failed, void *closure);

private:
    struct Pending
    {
        std::shared_ptr<const Event> event;
        Done done;
        Clock::time_point since;
        Clock::time_point sent;
        int times = 1;
        std::string reason; ///< why it is not kept yet
    };

    void send(std::uint64_t number, const std::shared_ptr<const Event> &event);

    LinkPointer m_link;
    Workers m_sender;
    std::map<std::uint64_t, Pending> m_pending; ///< oldest first
    std::uint64_t m_number = 0;
    bool m_isHealthy = true;
};

} // namespace lectern::relay::nats
