// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/guesslimiter.h"

#include <algorithm>

namespace lectern::relay {
namespace {

/// The address, or the first four groups of an IPv6 address, of which a single household has all the rest.
std::string networkOf(std::string_view address)
{
    if (address.find(':') == std::string_view::npos)
        return std::string(address);
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string_view::npos; ++groups) {
        const auto colon = address.find(':', end);
        if (colon != std::string_view::npos && address.substr(colon).starts_with("::"))
            return std::string(address.substr(0, colon));
        end = colon == std::string_view::npos ? colon : colon + 1;
    }
    return std::string(address.substr(0, end));
}

} // namespace

std::chrono::seconds GuessLimiter::wait(std::string_view address, Time now) const
{
    const auto found = m_cleanAt.find(networkOf(address));
    if (found == m_cleanAt.end())
        return std::chrono::seconds(0);
    const auto allowed = found->second - (m_guesses - 1) * m_interval;
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(allowed - now));
}

void GuessLimiter::noteWrong(std::string_view address, Time now)
{
    const std::string network = networkOf(address);
    if (m_cleanAt.size() >= m_mostAddresses && !m_cleanAt.contains(network))
        forgetOld(now);
    Time &cleanAt = m_cleanAt[network];
    cleanAt = std::max(cleanAt, now) + m_interval;
}

void GuessLimiter::forgive(std::string_view address)
{
    const auto found = m_cleanAt.find(networkOf(address));
    if (found != m_cleanAt.end())
        found->second -= m_interval;
}

void GuessLimiter::forgetOld(Time now)
{
    std::erase_if(m_cleanAt, [now](const auto &entry) { return entry.second <= now; });
    // All of them guess at this moment: whoever was wrong least goes.
    if (m_cleanAt.size() >= m_mostAddresses)
        m_cleanAt.erase(
            std::ranges::min_element(m_cleanAt, {}, [](const auto &entry) { return entry.second; }));
}

} // namespace lectern::relay
