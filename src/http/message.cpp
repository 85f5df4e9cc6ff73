// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include "http/encoding.h"

#include <algorithm>

namespace lectern::http {
namespace {

/// Of ASCII only, as names of header fields are.
char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, {}, lowered, lowered);
}

std::string formDecode(std::string_view text)
{
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return percentDecode(spaced);
}

} // namespace

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    const auto found = std::find_if(
        begin(), end(), [name](const auto &field) { return equalIgnoringCase(field.first, name); });
    if (found == end())
        return std::nullopt;
    return found->second;
}

void Headers::add(std::string_view name, std::string_view value)
{
    if (m_count == m_fields.size())
        m_fields.emplace_back();
    auto &[newName, newValue] = m_fields[m_count++];
    newName = name;
    newValue = value;
}

void Headers::set(std::string_view name, std::string_view value)
{
    m_fields.resize(m_count);
    std::erase_if(m_fields, [name](const auto &field) { return equalIgnoringCase(field.first, name); });
    m_count = m_fields.size();
    add(name, value);
}

Parameters Parameters::parse(std::string_view text)
{
    Parameters parameters;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        const auto value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        parameters.m_values.emplace_back(formDecode(pair.substr(0, equals)), formDecode(value));
    }
    return parameters;
}

std::optional<std::string> Parameters::find(std::string_view name) const
{
    const auto found =
        std::ranges::find(m_values, name, [](const auto &pair) -> std::string_view { return pair.first; });
    if (found == m_values.end())
        return std::nullopt;
    return found->second;
}

std::string Parameters::value(std::string_view name, std::string_view fallback) const
{
    const auto found = find(name);
    return found && !found->empty() ? *found : std::string(fallback);
}

} // namespace lectern::http
