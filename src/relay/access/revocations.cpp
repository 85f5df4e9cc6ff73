// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/revocations.h"

#include "relay/keypart.h"

#include <nlohmann/json.hpp>

namespace lectern::relay {
namespace {

using nlohmann::json;

constexpr std::string_view tokenPrefix = "revoked.token.";
constexpr std::string_view personPrefix = "revoked.person.";

std::optional<Moment> momentIn(std::string_view value, const char *member)
{
    const json record = json::parse(value, nullptr, false);
    if (!record.is_object() || !record.contains(member) || !record[member].is_number_integer())
        return std::nullopt;
    return fromMilliseconds(record[member].get<std::int64_t>());
}

} // namespace

std::string Revocations::tokenKey(std::string_view id)
{
    return std::string(tokenPrefix) + keyPart(id);
}

std::string Revocations::personKey(std::string_view account, std::string_view email)
{
    return std::string(personPrefix) + keyPart(account) + '.' + keyPart(email);
}

std::string Revocations::record(Moment revoked, Moment forgettable)
{
    return json{{"revoked", toMilliseconds(revoked)}, {"forgettable", toMilliseconds(forgettable)}}.dump();
}

void Revocations::note(std::string_view key, const std::optional<std::string> &value)
{
    if (key.starts_with(tokenPrefix)) {
        if (value)
            m_tokens.emplace(key);
        else
            m_tokens.erase(std::string(key));
    } else if (key.starts_with(personPrefix)) {
        const auto revoked = value ? momentIn(*value, "revoked") : std::nullopt;
        if (revoked)
            m_people.insert_or_assign(std::string(key), *revoked);
        else
            m_people.erase(std::string(key));
    }
}

bool Revocations::isRevoked(const Grant &grant) const
{
    if (m_tokens.contains(tokenKey(grant.id)))
        return true;
    const auto person = m_people.find(personKey(grant.account, grant.email));
    return person != m_people.end() && grant.issued <= person->second;
}

} // namespace lectern::relay
