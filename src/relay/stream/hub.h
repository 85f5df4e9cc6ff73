// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/stream.h"
#include "relay/access/gate.h"
#include "relay/eventlog.h"
#include "relay/school/schools.h"
#include "relay/stream/members.h"
#include "relay/stream/ring.h"

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <memory>
#include <optional>

namespace lectern::relay {

struct HubLimits
{
    std::chrono::milliseconds heartbeat{15'000};
    std::size_t backlogEvents = 16'384; ///< how far a subscriber may be behind before it is cut off
    std::size_t backlogBytes = std::size_t{32} << 20U; ///< shared by all subscribers
    std::size_t chunkBytes = std::size_t{64} << 10U; ///< what one subscriber may have in flight
    std::size_t pageEvents = 256; ///< read from the log at a time
};

struct HubCounts
{
    std::size_t subscribers = 0;
    std::uint64_t framesSent = 0;
    std::uint64_t cutOff = 0; ///< subscribers that were too slow
};

/// What a subscriber asked for.
struct Subscription
{
    Grant grant;
    Position after = 0;
    Coding coding = Coding::Plain;
};

/// Where somebody begins who comes back.
struct StartingPoint
{
    Position after = 0;
    bool hasLost = false; ///< events between where they were and here may have been thrown away
};

/// Tells the log's events to subscribers, each only what it may know.
///
/// The log tells the hub each event once; the hub keeps the newest in a ring that all subscribers read from
/// at their own speed, each with one piece in flight at most. Whoever has not taken what was written when the
/// ring has moved past them is cut off; they come back with Last-Event-ID, and are served from the log until
/// they are at the ring again. Nobody waits for anybody else. Everything on the serving thread.
class Hub
{
public:
    Hub(EventLog &log, Schools &schools, Gate &gate, HubLimits limits);
    ~Hub();
    Hub(const Hub &) = delete;
    Hub &operator=(const Hub &) = delete;

    /// The log stands at its newest() and tells from now on.
    void start();
    /// The log's listener.
    void tell(const KeptEventPointer &event);
    /// Makes every subscriber see whether they still may be here.
    void checkAll();

    /// The position to stand after for someone who wants what comes from now on.
    [[nodiscard]] Position newest() const { return m_log.newest(); }
    /// Where someone begins who has seen everything up to \a wanted.
    [[nodiscard]] boost::asio::awaitable<Result<StartingPoint>> standAfter(Position wanted);

    /// Writes the subscription's events until the subscriber goes, is cut off, or may not be here any more.
    [[nodiscard]] boost::asio::awaitable<void> serve(http::Stream &stream, Subscription subscription);

    [[nodiscard]] const HubCounts &counts() const { return m_roster->counts; }

private:
    struct Subscriber;
    enum class Progress { Live, Ended };

    /// Keeps a subscriber among those that are told, for as long as it lives.
    class Membership;
    /// Outlives the hub where a server is torn down with subscribers still connected.
    struct Roster
    {
        ByText<Members> members; ///< by account
        HubCounts counts;
    };

    [[nodiscard]] boost::asio::awaitable<bool> begin(Subscriber &subscriber);
    [[nodiscard]] boost::asio::awaitable<Progress> catchUp(Subscriber &subscriber);
    [[nodiscard]] boost::asio::awaitable<Progress> followRing(Subscriber &subscriber);
    [[nodiscard]] boost::asio::awaitable<bool> idle(Subscriber &subscriber);
    [[nodiscard]] boost::asio::awaitable<bool> heartbeat(Subscriber &subscriber);
    [[nodiscard]] boost::asio::awaitable<bool> send(Subscriber &subscriber, std::string_view bytes);
    [[nodiscard]] boost::asio::awaitable<void> finish(Subscriber &subscriber);

    [[nodiscard]] std::optional<View> view(const Subscriber &subscriber, const LiveEvent &event) const;
    void wake(Subscriber &subscriber, Position before);
    void wakeConcerned(const LiveEvent &event, Position before);

    EventLog &m_log;
    Schools &m_schools;
    Gate &m_gate;
    const HubLimits m_limits;
    Ring m_ring;
    std::shared_ptr<Roster> m_roster = std::make_shared<Roster>();
};

} // namespace lectern::relay
