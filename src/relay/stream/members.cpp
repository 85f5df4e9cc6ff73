// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/members.h"

namespace lectern::relay {

void Members::add(Member &member)
{
    if (member.listener.role == Role::Administrator)
        m_administrators.insert(&member);
    else
        m_others[member.listener.email].push_back(&member);
}

void Members::remove(Member &member)
{
    m_administrators.erase(&member);
    const auto found = m_others.find(member.listener.email);
    if (found == m_others.end())
        return;
    std::erase(found->second, &member);
    if (found->second.empty())
        m_others.erase(found);
}

} // namespace lectern::relay
