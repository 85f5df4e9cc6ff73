// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/accessdesk.h"

#include "http/encoding.h"
#include "relay/access/revocations.h"
#include "relay/keypart.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

namespace lectern::relay {
namespace {

using boost::asio::awaitable;
using nlohmann::json;

constexpr std::string_view tokenPrefix = "token.";
constexpr std::string_view invitationPrefix = "invitation.";
/// No token lives longer than this (readLifetime()): what is revoked can be forgotten then.
constexpr auto longestLife = std::chrono::days(3660);

std::string tokenKey(std::string_view id)
{
    return std::string(tokenPrefix) + keyPart(id);
}

std::string invitationKey(std::string_view code)
{
    return std::string(invitationPrefix) + http::hexEncode(http::sha256(code));
}

json toJson(const Invitee &invitee)
{
    return {{"account", invitee.account}, {"email", invitee.email}, {"name", invitee.name},
        {"role", roleName(invitee.role)}};
}

std::string toText(const json &record)
{
    return record.dump(-1, ' ', false, json::error_handler_t::replace);
}

Invitee readInvitee(const json &record)
{
    return {.account = record.at("account"),
        .email = record.at("email"),
        .name = record.at("name"),
        .role = roleNamed(record.at("role").get_ref<const std::string &>()).value_or(Role::Learner)};
}

std::optional<OpenInvitation> readInvitation(std::string_view text)
try {
    const json record = json::parse(text);
    return OpenInvitation{.invitee = readInvitee(record), .expires = fromMilliseconds(record.at("expires"))};
} catch (const json::exception &) {
    return std::nullopt;
}

std::optional<Grant> readGrant(std::string_view text)
try {
    const json record = json::parse(text);
    Invitee invitee = readInvitee(record);
    return Grant{.id = record.at("id"),
        .account = std::move(invitee.account),
        .email = std::move(invitee.email),
        .name = std::move(invitee.name),
        .role = invitee.role,
        .issued = fromMilliseconds(record.at("issued")),
        .expires = fromMilliseconds(record.at("expires"))};
} catch (const json::exception &) {
    return std::nullopt;
}

std::string grantRecord(const Grant &grant)
{
    json record = toJson(Invitee{grant.account, grant.email, grant.name, grant.role});
    record["id"] = grant.id;
    record["issued"] = toMilliseconds(grant.issued);
    record["expires"] = toMilliseconds(grant.expires);
    return toText(record);
}

} // namespace

awaitable<Result<std::string>> AccessDesk::invite(Invitee invitee, std::optional<std::chrono::seconds> life)
{
    const std::string code = randomSecret();
    json record = toJson(invitee);
    record["expires"] = toMilliseconds(m_now() + life.value_or(m_lifetimes.invitation));
    const auto kept = co_await m_records.put(invitationKey(code), toText(record));
    if (!kept)
        co_return std::unexpected(kept.error());
    co_return code;
}

awaitable<Result<std::optional<Admission>>> AccessDesk::accept(std::string code)
{
    const std::string key = invitationKey(code);
    const auto record = co_await m_records.get(key);
    if (!record)
        co_return std::unexpected(record.error());
    const auto invitation = *record ? readInvitation(**record) : std::nullopt;
    if (!invitation || invitation->expires <= m_now())
        co_return std::nullopt;
    // Of two who come with the same code at once, one removes it.
    const auto taken = co_await m_records.remove(key);
    if (!taken)
        co_return std::unexpected(taken.error());
    if (!*taken)
        co_return std::nullopt;
    const auto admission = co_await issue(invitation->invitee, m_lifetimes.token);
    if (!admission)
        co_return std::unexpected(admission.error());
    co_return std::optional<Admission>(*admission);
}

awaitable<Result<Admission>> AccessDesk::issue(Invitee invitee, std::chrono::seconds life)
{
    const Moment now = m_now();
    Grant grant{.id = randomId(),
        .account = std::move(invitee.account),
        .email = std::move(invitee.email),
        .name = std::move(invitee.name),
        .role = invitee.role,
        .issued = now,
        .expires = now + life};
    return admit(std::move(grant));
}

awaitable<Result<Admission>> AccessDesk::renew(Grant grant)
{
    grant.issued = m_now();
    grant.expires = std::max(grant.expires, Moment(grant.issued + m_lifetimes.token));
    return admit(std::move(grant));
}

awaitable<Result<Admission>> AccessDesk::admit(Grant grant)
{
    const auto kept = co_await m_records.put(tokenKey(grant.id), grantRecord(grant));
    if (!kept)
        co_return std::unexpected(kept.error());
    Admission admission{.token = m_signer.sign(grant), .grant = std::move(grant)};
    co_return admission;
}

awaitable<Result<void>> AccessDesk::revokePerson(std::string account, std::string email)
{
    const Moment now = m_now();
    const std::string record = Revocations::record(now, now + longestLife);
    const auto revoked = co_await m_records.put(Revocations::personKey(account, email), record);
    if (!revoked)
        co_return std::unexpected(revoked.error());
    const auto open = co_await m_records.list(std::string(invitationPrefix));
    if (!open)
        co_return std::unexpected(open.error());
    for (const auto &[key, value] : *open) {
        const auto invitation = readInvitation(value);
        const bool theirs =
            invitation && invitation->invitee.account == account && invitation->invitee.email == email;
        if (!theirs)
            continue;
        const auto removed = co_await m_records.remove(key);
        if (!removed)
            co_return std::unexpected(removed.error());
    }
    co_return Result<void>();
}

awaitable<Result<void>> AccessDesk::revokeToken(std::string id)
{
    const Moment now = m_now();
    co_return co_await m_records.put(Revocations::tokenKey(id), Revocations::record(now, now + longestLife));
}

awaitable<Result<std::vector<Grant>>> AccessDesk::tokens()
{
    const auto records = co_await m_records.list(std::string(tokenPrefix));
    if (!records)
        co_return std::unexpected(records.error());
    const auto revoked = co_await m_records.list(std::string(Revocations::prefix));
    if (!revoked)
        co_return std::unexpected(revoked.error());
    Revocations revocations;
    for (const auto &[key, value] : *revoked)
        revocations.note(key, value);
    std::vector<Grant> good;
    for (const auto &[key, value] : *records) {
        auto grant = readGrant(value);
        if (grant && grant->expires > m_now() && !revocations.isRevoked(*grant))
            good.push_back(*std::move(grant));
    }
    co_return good;
}

awaitable<Result<std::vector<OpenInvitation>>> AccessDesk::invitations()
{
    const auto records = co_await m_records.list(std::string(invitationPrefix));
    if (!records)
        co_return std::unexpected(records.error());
    std::vector<OpenInvitation> open;
    for (const auto &[key, value] : *records) {
        auto invitation = readInvitation(value);
        if (invitation && invitation->expires > m_now())
            open.push_back(*std::move(invitation));
    }
    co_return open;
}

awaitable<Result<void>> AccessDesk::tidy()
{
    for (const std::string_view prefix : {tokenPrefix, invitationPrefix, Revocations::prefix}) {
        const auto records = co_await m_records.list(std::string(prefix));
        if (!records)
            co_return std::unexpected(records.error());
        for (const auto &[key, value] : *records) {
            const json record = json::parse(value, nullptr, false);
            const char *member = prefix == Revocations::prefix ? "forgettable" : "expires";
            const bool over =
                record.is_object() && fromMilliseconds(record.value(member, std::int64_t(0))) <= m_now();
            if (!over)
                continue;
            const auto removed = co_await m_records.remove(key);
            if (!removed)
                co_return std::unexpected(removed.error());
        }
    }
    co_return Result<void>();
}

} // namespace lectern::relay
