// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/hub.h"

#include "relay/stream/gzip.h"
#include "relay/stream/members.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace lectern::relay {

using boost::asio::awaitable;
using http::Stream;

namespace {

std::string positionFrame(Position position)
{
    return "id: " + std::to_string(position) + "\n\n";
}

/// Frames on their way to one subscriber. A single one is not copied: the event that owns it is held instead.
class Parcel
{
public:
    explicit Parcel(Coding coding)
        : m_coding(coding)
    { }

    void add(LiveEventPointer event, View view, gzip::Checksum &checksum)
    {
        if (m_coding == Coding::Gzip)
            checksum.add(event->frame(view));
        const std::string_view frame = event->frame(view, m_coding);
        if (m_frames++ == 0) {
            m_first = frame;
            m_owner = std::move(event);
            return;
        }
        if (m_together.empty())
            m_together = m_first;
        m_together += frame;
    }

    [[nodiscard]] std::size_t frames() const { return m_frames; }
    [[nodiscard]] std::string_view bytes() const { return m_frames == 1 ? m_first : m_together; }

private:
    Coding m_coding;
    std::size_t m_frames = 0;
    std::string_view m_first;
    LiveEventPointer m_owner;
    std::string m_together;
};

} // namespace

struct Hub::Subscriber : Member
{
    Subscriber(Stream &to, Subscription &&subscription)
        : Member{.listener = {.email = subscription.grant.email, .role = subscription.grant.role}}
        , stream(to)
        , grant(std::move(subscription.grant))
        , coding(subscription.coding)
        , cursor(subscription.after)
        , told(subscription.after)
    { }

    Stream &stream;
    Grant grant;
    Coding coding;
    Position cursor; ///< everything up to here has been considered; while idle, everything there is
    Position told; ///< the last id the subscriber has seen
    bool idle = false;
    std::chrono::steady_clock::time_point written;
    gzip::Checksum checksum;
};

class Hub::Membership
{
public:
    Membership(std::shared_ptr<Roster> roster, Subscriber &subscriber)
        : m_roster(std::move(roster))
        , m_subscriber(subscriber)
    {
        m_roster->members[subscriber.grant.account].add(subscriber);
        ++m_roster->counts.subscribers;
    }
    ~Membership()
    {
        m_roster->members[m_subscriber.grant.account].remove(m_subscriber);
        --m_roster->counts.subscribers;
    }
    Membership(const Membership &) = delete;
    Membership &operator=(const Membership &) = delete;

private:
    std::shared_ptr<Roster> m_roster;
    Subscriber &m_subscriber;
};

Hub::Hub(EventLog &log, Schools &schools, Gate &gate, HubLimits limits)
    : m_log(log)
    , m_schools(schools)
    , m_gate(gate)
    , m_limits(limits)
    , m_ring(limits.backlogEvents, limits.backlogBytes)
{ }

Hub::~Hub() = default;

void Hub::start()
{
    m_ring.startAfter(m_log.newest());
}

void Hub::tell(const KeptEventPointer &kept)
{
    // With nobody there the ring would only hold memory: whoever comes is served from the log first.
    const bool isHeard = m_roster->counts.subscribers > 0;
    const bool mayTeach = m_schools.mayTeach(kept->event);
    LiveEventPointer event;
    if (isHeard || mayTeach)
        event = std::make_shared<const LiveEvent>(kept);
    if (mayTeach) {
        if (const ZoomEvent *read = event->zoomEvent())
            m_schools.learn(kept->event.account, *read);
    }
    m_schools.passed(kept->event.account, kept->position);
    if (!isHeard)
        return m_ring.startAfter(kept->position);
    const Position before = m_ring.newest();
    m_ring.push(event);
    wakeConcerned(*event, before);
}

void Hub::checkAll()
{
    for (auto &[account, members] : m_roster->members)
        members.each([](Member &member) { static_cast<Subscriber &>(member).stream.wake(); });
}

awaitable<Result<StartingPoint>> Hub::standAfter(Position wanted)
{
    StartingPoint standing{.after = wanted, .hasLost = false};
    if (wanted <= m_log.newest()) {
        standing.hasLost = wanted + 1 < m_log.oldest();
        co_return standing;
    }
    const auto reached = co_await m_log.hasReached(wanted);
    if (!reached)
        co_return std::unexpected(reached.error());
    // They were told by another relay, who was ahead: nothing up to there is told again.
    if (!*reached)
        standing = {.after = m_log.newest(), .hasLost = true};
    co_return standing;
}

void Hub::wakeConcerned(const LiveEvent &event, Position before)
{
    const auto members = m_roster->members.find(event.kept().event.account);
    if (members == m_roster->members.end() || members->second.isEmpty())
        return;
    const auto wakeOne = [this, before](Member &member) { wake(static_cast<Subscriber &>(member), before); };
    members->second.eachAdministrator(wakeOne);
    if (!members->second.hasOthers())
        return;
    const ZoomEvent *read = event.zoomEvent();
    if (!read)
        return;
    const Concerned concerned = concernedBy(*read, m_schools.of(members->first));
    if (concerned.everybody)
        return members->second.each(wakeOne);
    for (const std::string &email : concerned.emails)
        members->second.eachOf(email, wakeOne);
}

void Hub::wake(Subscriber &subscriber, Position before)
{
    if (!subscriber.idle)
        return; // it looks into the ring itself when it has written what it is writing
    subscriber.idle = false;
    subscriber.cursor = std::max(subscriber.cursor, before);
    subscriber.stream.wake();
}

std::optional<View> Hub::view(const Subscriber &subscriber, const LiveEvent &event) const
{
    if (event.kept().event.account != subscriber.grant.account)
        return std::nullopt;
    if (subscriber.listener.role == Role::Administrator)
        return View::Whole;
    const ZoomEvent *read = event.zoomEvent();
    return read ? viewFor(subscriber.listener, *read, m_schools.of(subscriber.grant.account)) : std::nullopt;
}

awaitable<void> Hub::serve(Stream &stream, Subscription subscription)
{
    Subscriber subscriber(stream, std::move(subscription));
    const Membership membership(m_roster, subscriber);
    bool going = co_await begin(subscriber);
    if (going)
        going = co_await catchUp(subscriber) == Progress::Live;
    while (going) {
        going = co_await followRing(subscriber) == Progress::Live;
        if (going)
            going = co_await idle(subscriber);
    }
    co_await finish(subscriber);
}

awaitable<bool> Hub::begin(Subscriber &subscriber)
{
    if (subscriber.coding == Coding::Gzip) {
        const std::string header = gzip::header();
        const bool written = co_await subscriber.stream.write(header);
        if (!written)
            co_return false;
    }
    const std::string frame = positionFrame(subscriber.cursor);
    co_return co_await send(subscriber, frame);
}

awaitable<Hub::Progress> Hub::catchUp(Subscriber &subscriber)
{
    while (!m_ring.reaches(subscriber.cursor)) {
        const Position newest = m_log.newest();
        const auto page =
            co_await m_log.read(subscriber.grant.account, subscriber.cursor, m_limits.pageEvents);
        if (!page) {
            spdlog::warn("a subscriber could not be served from the log: {}", page.error().message);
            co_return Progress::Ended;
        }
        std::string frames;
        for (const KeptEventPointer &kept : *page) {
            const LiveEvent event(kept);
            subscriber.cursor = kept->position;
            if (const auto seen = view(subscriber, event)) {
                frames += event.frame(*seen);
                subscriber.told = kept->position;
                ++m_roster->counts.framesSent;
            }
            if (frames.size() < m_limits.chunkBytes)
                continue;
            const bool sent = co_await send(subscriber, frames);
            if (!sent)
                co_return Progress::Ended;
            frames.clear();
        }
        // A short page says that there was nothing more, which holds for what was there when it was asked
        // for.
        if (page->size() < m_limits.pageEvents)
            subscriber.cursor = std::max(subscriber.cursor, newest);
        const bool sent = frames.empty() || co_await send(subscriber, frames);
        if (!sent || !m_gate.isGood(subscriber.grant))
            co_return Progress::Ended;
    }
    co_return Progress::Live;
}

awaitable<Hub::Progress> Hub::followRing(Subscriber &subscriber)
{
    for (;;) {
        if (!m_gate.isGood(subscriber.grant))
            co_return Progress::Ended;
        if (!m_ring.reaches(subscriber.cursor)) {
            ++m_roster->counts.cutOff;
            co_return Progress::Ended;
        }
        Parcel parcel(subscriber.coding);
        LiveEventPointer event = m_ring.after(subscriber.cursor);
        while (event && parcel.bytes().size() < m_limits.chunkBytes) {
            subscriber.cursor = event->position();
            if (const auto seen = view(subscriber, *event)) {
                parcel.add(std::move(event), *seen, subscriber.checksum);
                subscriber.told = subscriber.cursor;
            }
            event = m_ring.after(subscriber.cursor);
        }
        if (parcel.frames() == 0)
            co_return Progress::Live;
        m_roster->counts.framesSent += parcel.frames();
        subscriber.written = std::chrono::steady_clock::now();
        const bool written = co_await subscriber.stream.write(parcel.bytes());
        if (!written)
            co_return Progress::Ended;
    }
}

awaitable<bool> Hub::idle(Subscriber &subscriber)
{
    const auto now = std::chrono::steady_clock::now();
    const auto due =
        std::chrono::ceil<std::chrono::milliseconds>(subscriber.written + m_limits.heartbeat - now);
    const auto wait = std::clamp(due, std::chrono::milliseconds(0), m_limits.heartbeat);
    subscriber.idle = true;
    const auto woken = co_await subscriber.stream.wait(std::min(wait, m_gate.left(subscriber.grant)));
    if (subscriber.idle)
        subscriber.cursor = std::max(subscriber.cursor, m_ring.newest());
    subscriber.idle = false;
    if (woken == Stream::Wake::Closed || !m_gate.isGood(subscriber.grant))
        co_return false;
    if (woken == Stream::Wake::TimedOut)
        co_return co_await heartbeat(subscriber);
    co_return true;
}

/// Also tells how far the subscriber has come although nothing was for them: they resume from there.
awaitable<bool> Hub::heartbeat(Subscriber &subscriber)
{
    std::string text = ": heartbeat\n";
    if (subscriber.told < subscriber.cursor) {
        subscriber.told = subscriber.cursor;
        text += "id: " + std::to_string(subscriber.told) + '\n';
    }
    text += '\n';
    co_return co_await send(subscriber, text);
}

awaitable<bool> Hub::send(Subscriber &subscriber, std::string_view bytes)
{
    subscriber.written = std::chrono::steady_clock::now();
    if (subscriber.coding == Coding::Plain)
        co_return co_await subscriber.stream.write(bytes);
    subscriber.checksum.add(bytes);
    const std::string piece = gzip::piece(bytes);
    co_return co_await subscriber.stream.write(piece);
}

awaitable<void> Hub::finish(Subscriber &subscriber)
{
    if (subscriber.coding == Coding::Plain || !subscriber.stream.isOpen())
        co_return;
    const std::string trailer = subscriber.checksum.trailer();
    [[maybe_unused]] const bool written = co_await subscriber.stream.write(trailer);
}

} // namespace lectern::relay
