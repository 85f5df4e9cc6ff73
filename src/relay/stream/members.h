// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/audience.h"
#include "relay/school/directory.h"

#include <unordered_set>
#include <vector>

namespace lectern::relay {

/// Who listens; what else a subscriber is, the hub knows.
struct Member
{
    Listener listener;
};

/// The subscribers of one account, found by who they are. Holds pointers only; adding and removing is the
/// business of whoever owns them.
class Members
{
public:
    void add(Member &member);
    void remove(Member &member);

    [[nodiscard]] bool isEmpty() const { return m_administrators.empty() && m_others.empty(); }
    [[nodiscard]] bool hasOthers() const { return !m_others.empty(); }

    template <typename Function>
    void eachAdministrator(Function function) const
    {
        for (Member *member : m_administrators)
            function(*member);
    }
    /// Those who are not administrators and have that folded e-mail: a person may have several devices.
    template <typename Function>
    void eachOf(const std::string &email, Function function) const
    {
        const auto found = m_others.find(email);
        if (found == m_others.end())
            return;
        for (Member *member : found->second)
            function(*member);
    }
    template <typename Function>
    void each(Function function) const
    {
        eachAdministrator(function);
        for (const auto &[email, members] : m_others) {
            for (Member *member : members)
                function(*member);
        }
    }

private:
    std::unordered_set<Member *> m_administrators;
    ByText<std::vector<Member *>> m_others;
};

} // namespace lectern::relay
