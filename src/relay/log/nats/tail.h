// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/event.h"
#include "relay/log/nats/mailbox.h"
#include "relay/log/nats/server.h"

#include <mutex>

namespace lectern::relay::nats {

/// Follows the stream from a position on, whichever relay has written to it.
class Tail
{
public:
    using Events = Mailbox<std::shared_ptr<const KeptEvent>>;

    Tail(LinkPointer link, std::shared_ptr<Events> events)
        : m_link(std::move(link))
        , m_closure(closureOf(std::move(events)))
    { }

    /// Follows anew after \a position; what came already may come again. Waits for the server, on any thread.
    [[nodiscard]] Result<void> follow(Position position);

private:
    static void onMessage(natsConnection *, natsSubscription *, natsMsg *message, void *closure);

    LinkPointer m_link;
    std::shared_ptr<Events> *m_closure;
    std::mutex m_mutex;
    Subscription m_subscription;
};

/// The event that a message of the stream holds; null where it is none of ours.
[[nodiscard]] std::shared_ptr<const KeptEvent> keptIn(natsMsg *message);

/// Up to \a limit events of \a account after a position. Waits for the server, on any thread.
[[nodiscard]] Result<std::vector<KeptEventPointer>> readPage(
    Link &link, const std::string &account, Position after, Position last, std::size_t limit);

} // namespace lectern::relay::nats
