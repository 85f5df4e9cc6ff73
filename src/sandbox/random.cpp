// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/random.h"

#include "http/encoding.h"

#include <sstream>

namespace lectern::sandbox {
namespace {

constexpr std::string_view urlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

// The standard distributions differ between libraries; a remainder does not.
std::int64_t Random::between(std::int64_t low, std::int64_t high)
{
    const auto span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(m_engine() % span);
}

std::string Random::bytes(std::size_t count)
{
    std::string bytes(count, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(m_engine() & 255U);
    return bytes;
}

std::string Random::text(std::size_t length, std::string_view alphabet)
{
    std::string text(length, '\0');
    for (char &c : text)
        c = alphabet[m_engine() % alphabet.size()];
    return text;
}

std::string Random::uuid()
{
    return http::base64Encode(bytes(16));
}

std::string Random::id()
{
    return text(22, urlSafe);
}

std::int64_t Random::meetingId()
{
    return between(80'000'000'000, 99'999'999'999);
}

std::int64_t Random::personalMeetingId()
{
    return between(2'000'000'000, 9'999'999'999);
}

std::string Random::token(std::size_t length)
{
    return text(length, urlSafe);
}

std::string Random::state() const
{
    std::ostringstream stream;
    stream << m_engine;
    return stream.str();
}

void Random::restore(const std::string &state)
{
    std::istringstream stream(state);
    stream >> m_engine;
}

} // namespace lectern::sandbox
