// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include "http/encoding.h"

#include <algorithm>
#include <cctype>

namespace lectern::http {
namespace {

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(
        left, right, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
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
    const auto found = std::ranges::find_if(
        m_fields, [name](const auto &field) { return equalIgnoringCase(field.first, name); });
    if (found == m_fields.end())
        return std::nullopt;
    return found->second;
}

void Headers::add(std::string name, std::string value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value)
{
    std::erase_if(m_fields, [&name](const auto &field) { return equalIgnoringCase(field.first, name); });
    add(std::move(name), std::move(value));
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
