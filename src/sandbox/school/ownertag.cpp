// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/ownertag.h"

namespace lectern::sandbox::school {

namespace {

bool needsEncoding(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == ';' || c == '=' || c == '%';
}

std::string encoded(std::string_view value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (needsEncoding(c))
            text.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
        else
            text.push_back(c);
    }
    return text;
}

std::string part(std::string_view key, std::string_view value)
{
    return value.empty() ? std::string() : ";" + std::string(key) + "=" + encoded(value);
}

} // namespace

std::string courseTag(std::string_view course, std::string_view session, std::string_view group)
{
    return "lectern:1" + part("course", course) + part("session", session) + part("group", group);
}

std::string personTag(std::string_view email)
{
    return "lectern:1" + part("person", email);
}

std::string everyoneTag()
{
    return "lectern:1;everyone";
}

std::string agendaWithTag(std::string_view agenda, std::string_view tag)
{
    std::string text(agenda);
    if (!text.empty())
        text.push_back('\n');
    return text.append("[").append(tag).append("]");
}

} // namespace lectern::sandbox::school
