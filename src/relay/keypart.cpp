// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/keypart.h"

#include <charconv>

namespace lectern::relay {
namespace {

bool staysAsItIs(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

std::string keyPart(std::string_view text)
{
    if (text.empty())
        return "=";
    std::string part;
    for (const char c : text) {
        if (staysAsItIs(c)) {
            part += c;
        } else {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            part += {'=', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return part;
}

std::optional<std::string> fromKeyPart(std::string_view part)
{
    if (part == "=")
        return std::string();
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (staysAsItIs(part[i])) {
            text += part[i];
            continue;
        }
        unsigned byte = 0;
        const char *digits = part.data() + i + 1;
        if (part[i] != '=' || i + 2 >= part.size()
            || std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
            return std::nullopt;
        text += static_cast<char>(byte);
        i += 2;
    }
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace lectern::relay
