// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"

#include <list>
#include <unordered_map>

namespace lectern::http {

/// One connection, as far as Connections has to know it.
class Peer
{
public:
    using Time = std::chrono::steady_clock::time_point;

    virtual ~Peer() = default;
    /// Ends whatever the connection waits for, at once.
    virtual void hangUp() = 0;

    std::string address;
    Time deadline = Time::max(); ///< the connection is hung up after it

private:
    friend class Connections;
    std::list<Peer *>::iterator m_place; ///< in the list that m_isIdle tells
    bool m_isIdle = false;
};

/// Every connection of a server: how many there may be, which is idle, which has run out of time.
/// Used by the serving thread only; a connection costs a list node and a pointer, and no timer.
class Connections
{
public:
    explicit Connections(const Limits &limits)
        : m_limits(limits)
    { }

    /// Whether one more connection from \a address can be served; hangs up an idle one to make room.
    [[nodiscard]] bool makeRoom(const std::string &address);
    /// A new connection is at work until setIdle().
    void add(Peer &peer);
    void remove(Peer &peer);
    void setIdle(Peer &peer);
    void setBusy(Peer &peer);

    void hangUpOverdue(Peer::Time now);
    void hangUpIdle();
    void hangUpAll();

    [[nodiscard]] std::size_t count() const { return m_idle.size() + m_busy.size(); }

private:
    [[nodiscard]] bool isWithinShare(const std::string &address) const;

    const Limits &m_limits;
    std::list<Peer *> m_idle; ///< those that have been waiting longest come first
    std::list<Peer *> m_busy;
    std::unordered_map<std::string, std::size_t> m_perAddress;
};

} // namespace lectern::http
