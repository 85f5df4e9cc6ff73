// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/fact.h"

#include "relay/keypart.h"

#include <algorithm>
#include <array>

namespace lectern::relay {
namespace {

constexpr std::array<std::string_view, 6> kindNames{
    "person", "course", "host", "meeting", "registrant", "live"};

} // namespace

std::string textOf(const FactKey &key)
{
    std::string text(kindNames.at(static_cast<std::size_t>(key.kind)));
    text += '.' + keyPart(key.id);
    if (key.kind == FactKind::Registrant)
        text += '.' + keyPart(key.email);
    return text;
}

std::optional<FactKey> factKeyFrom(std::string_view text)
{
    const auto dot = text.find('.');
    const auto kind = std::ranges::find(kindNames, text.substr(0, dot));
    if (dot == std::string_view::npos || kind == kindNames.end())
        return std::nullopt;
    FactKey key{.kind = static_cast<FactKind>(kind - kindNames.begin()), .id = {}, .email = {}};
    const std::string_view rest = text.substr(dot + 1);
    const auto second = rest.find('.');
    const bool two = second != std::string_view::npos;
    const auto id = fromKeyPart(rest.substr(0, second));
    const auto email = two ? fromKeyPart(rest.substr(second + 1)) : std::string();
    if (!id || !email || two != (key.kind == FactKind::Registrant))
        return std::nullopt;
    key.id = *id;
    key.email = *email;
    return key;
}

} // namespace lectern::relay
