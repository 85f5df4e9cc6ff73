// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lectern::relay {

/// Slows down who guesses: an address may be wrong so many times, and once more for each interval that
/// passes. An IPv6 network of 64 bits counts as one address. Remembers a bounded number of addresses.
class GuessLimiter
{
public:
    using Time = std::chrono::steady_clock::time_point;

    GuessLimiter(unsigned guesses, std::chrono::seconds interval, std::size_t addresses = 65'536)
        : m_guesses(guesses)
        , m_interval(interval)
        , m_mostAddresses(addresses)
    { }

    /// How long the address has to wait before it may try again; zero: it may.
    [[nodiscard]] std::chrono::seconds wait(std::string_view address, Time now) const;
    /// Counts a guess as wrong; forgive() it when it turns out right.
    void noteWrong(std::string_view address, Time now);
    void forgive(std::string_view address);

private:
    void forgetOld(Time now);

    unsigned m_guesses;
    std::chrono::seconds m_interval;
    std::size_t m_mostAddresses;
    /// When the address will have all its guesses again: each wrong one puts it off by an interval.
    std::unordered_map<std::string, Time> m_cleanAt;
};

} // namespace lectern::relay
