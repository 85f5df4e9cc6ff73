// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace lectern::sandbox {

/// Everything the sandbox makes up, in the shapes Zoom gives it; the same for the same seed.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    { }

    /// From \a low to \a high, both included.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high);
    [[nodiscard]] std::string bytes(std::size_t count);
    [[nodiscard]] std::string text(std::size_t length, std::string_view alphabet);

    /// Base64 of 16 bytes: 24 characters that end in "==" and may hold a slash.
    [[nodiscard]] std::string uuid();
    /// 22 URL-safe characters, as the ids of users and registrants are.
    [[nodiscard]] std::string id();
    /// 11 digits.
    [[nodiscard]] std::int64_t meetingId();
    /// 10 digits.
    [[nodiscard]] std::int64_t personalMeetingId();
    /// \a length URL-safe characters.
    [[nodiscard]] std::string token(std::size_t length);

    /// Where in its sequence it is, to go on from there later.
    [[nodiscard]] std::string state() const;
    void restore(const std::string &state);

private:
    std::mt19937_64 m_engine;
};

} // namespace lectern::sandbox
