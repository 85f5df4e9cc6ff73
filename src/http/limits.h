// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lectern::http {

/// What a server accepts from the network before it hangs up. Times are checked a few times a second, not
/// exactly.
struct Limits
{
    std::uint32_t headerBytes = 32 * 1024;
    std::uint64_t bodyBytes = 4 * 1024 * 1024;
    /// What holds instead for requests to these paths, whoever sends them.
    std::vector<std::pair<std::string, std::uint64_t>> bodyBytesAt = {};
    /// In all. One more than this costs the connection that has been waiting for its next request the
    /// longest; it is refused only where every connection is at work.
    std::size_t connections = 1024;
    std::size_t connectionsPerAddress = 1024;
    /// Addresses that may have as many connections as there are: the proxies in front.
    std::vector<std::string> proxies = {};
    std::chrono::milliseconds headerTimeout{
        10'000}; ///< for a request's header (and TLS), from its first byte
    std::chrono::milliseconds readTimeout{30'000}; ///< for one request, first byte to last
    std::chrono::milliseconds idleTimeout{
        75'000}; ///< between two requests of a connection, and before the first
    std::chrono::milliseconds writeTimeout{60'000}; ///< for a reply, or for one piece of a stream
};

} // namespace lectern::http
