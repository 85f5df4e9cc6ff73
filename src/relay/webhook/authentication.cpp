// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/webhook/authentication.h"

#include "http/encoding.h"

#include <algorithm>
#include <charconv>

namespace lectern::relay {
namespace {

using SignatureText = std::array<char, 3 + 2 * sizeof(Digest256)>;

SignatureText signatureText(const Digest256 &digest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    SignatureText text{'v', '0', '='};
    auto next = text.begin() + 3;
    for (const std::uint8_t byte : digest) {
        *next++ = digits[byte >> 4U];
        *next++ = digits[byte & 15U];
    }
    return text;
}

} // namespace

const Account &Signer::account(std::string_view id) const
{
    const auto found = std::ranges::find_if(accounts, [id](const Account *each) { return each->id == id; });
    return found == accounts.end() ? *accounts.front() : **found;
}

Authentication::Authentication(std::vector<Account> accounts, std::chrono::seconds window, Clock clock)
    : m_accounts(std::move(accounts))
    , m_window(window)
    , m_clock(std::move(clock))
{
    for (const Account &account : m_accounts) {
        for (const std::string &secret : account.secrets)
            add(account, secret);
        if (!account.verificationToken.empty())
            m_tokens.push_back({account.verificationToken, {.accounts = {&account}}});
    }
    for (Secret &secret : m_secrets)
        secret.signer.key = &secret.key; // they stay where they are from now on
    m_known.clear();
}

void Authentication::add(const Account &account, const std::string &secret)
{
    const auto known = std::ranges::find(
        m_known, secret, [](const auto &pair) -> const std::string & { return pair.first; });
    if (known != m_known.end()) {
        m_secrets[known->second].signer.accounts.push_back(&account);
        return;
    }
    m_known.emplace_back(secret, m_secrets.size());
    m_secrets.push_back({HmacKey(secret), {.accounts = {&account}}});
}

std::expected<const Signer *, Disbelief> Authentication::check(const http::Request &request) const
{
    const auto signature = request.headers.find("x-zm-signature");
    if (signature) {
        const auto timestamp = request.headers.find("x-zm-request-timestamp").value_or("");
        const Signer *signer = signerOf(timestamp, request.body, *signature);
        if (!signer)
            return std::unexpected(Disbelief::Forged);
        if (!isInTime(timestamp))
            return std::unexpected(Disbelief::OutOfTime);
        return signer;
    }
    const auto token = request.headers.find("authorization");
    if (!token)
        return std::unexpected(Disbelief::Unsigned);
    for (const Token &known : m_tokens) {
        if (http::equalInConstantTime(known.text, *token))
            return &known.signer;
    }
    return std::unexpected(Disbelief::Forged);
}

const Signer *Authentication::signerOf(
    std::string_view timestamp, std::string_view body, std::string_view signature) const
{
    for (const Secret &secret : m_secrets) {
        const Digest256 digest = secret.key.sign({"v0:", timestamp, ":", body});
        const SignatureText expected = signatureText(digest);
        if (http::equalInConstantTime({expected.data(), expected.size()}, signature))
            return &secret.signer;
    }
    return nullptr;
}

bool Authentication::isInTime(std::string_view timestamp) const
{
    std::int64_t seconds = 0;
    const auto parsed = std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), seconds);
    if (parsed.ec != std::errc() || parsed.ptr != timestamp.data() + timestamp.size())
        return false;
    // Compared without a difference that could overflow: the number is whatever the header says.
    const std::int64_t now = m_clock();
    return seconds >= now - m_window.count() && seconds <= now + m_window.count();
}

} // namespace lectern::relay
