// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connections.h"

#include <algorithm>
#include <utility>

namespace lectern::http {
namespace {

// Hanging up only closes the socket; the coroutine removes itself later. So the lists stay as they are
// meanwhile.
void hangUpEach(const std::list<Peer *> &peers)
{
    for (Peer *peer : peers)
        peer->hangUp();
}

void hangUpOlder(const std::list<Peer *> &peers, Peer::Time now)
{
    for (Peer *peer : peers) {
        if (peer->deadline < now)
            peer->hangUp();
    }
}

} // namespace

bool Connections::isWithinShare(const std::string &address) const
{
    const auto found = m_perAddress.find(address);
    return found == m_perAddress.end() || found->second < m_limits.connectionsPerAddress
        || std::ranges::find(m_limits.proxies, address) != m_limits.proxies.end();
}

bool Connections::makeRoom(const std::string &address)
{
    if (!isWithinShare(address))
        return false;
    if (count() < m_limits.connections)
        return true;
    if (m_idle.empty())
        return false;
    Peer &longest = *m_idle.front();
    longest.hangUp();
    setBusy(longest); // it is on its way out, and not to be chosen again
    return count() < m_limits.connections + m_limits.connections / 4 + 1;
}

void Connections::add(Peer &peer)
{
    peer.m_place = m_busy.insert(m_busy.end(), &peer);
    ++m_perAddress[peer.address];
}

void Connections::remove(Peer &peer)
{
    setBusy(peer);
    m_busy.erase(peer.m_place);
    const auto found = m_perAddress.find(peer.address);
    if (--found->second == 0)
        m_perAddress.erase(found);
}

void Connections::setIdle(Peer &peer)
{
    if (!std::exchange(peer.m_isIdle, true))
        m_idle.splice(m_idle.end(), m_busy, peer.m_place);
}

void Connections::setBusy(Peer &peer)
{
    if (std::exchange(peer.m_isIdle, false))
        m_busy.splice(m_busy.end(), m_idle, peer.m_place);
}

void Connections::hangUpOverdue(Peer::Time now)
{
    hangUpOlder(m_idle, now);
    hangUpOlder(m_busy, now);
}

void Connections::hangUpIdle()
{
    hangUpEach(m_idle);
}

void Connections::hangUpAll()
{
    hangUpEach(m_idle);
    hangUpEach(m_busy);
}

} // namespace lectern::http
