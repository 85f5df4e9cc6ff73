// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "relay/account.h"
#include "relay/webhook/digest.h"

#include <chrono>
#include <expected>

namespace lectern::relay {

/// Why a request is not believed to be Zoom's.
enum class Disbelief {
    Unsigned, ///< neither a signature nor a verification token
    Forged, ///< a signature, or a token, that is not right
    OutOfTime, ///< signed right, but at a time too far from ours: either replayed, or one of the clocks is
               ///< wrong
};

/// Who has signed, then: of several accounts with the same secret the payload tells which it is.
struct Signer
{
    std::vector<const Account *> accounts; ///< at least one
    const HmacKey *key = nullptr; ///< null where the legacy token vouched for the request

    /// The account with that id, or the first.
    [[nodiscard]] const Account &account(std::string_view id) const;
};

/// Zoom's ways to prove that a request is its own. The secrets stay in here.
class Authentication
{
public:
    /// Seconds since 1970, UTC.
    using Clock = std::function<std::int64_t()>;

    Authentication(std::vector<Account> accounts, std::chrono::seconds window, Clock clock);

    /// Looks at headers and raw body only: nothing has been parsed that is not Zoom's.
    [[nodiscard]] std::expected<const Signer *, Disbelief> check(const http::Request &request) const;

private:
    struct Secret
    {
        HmacKey key;
        Signer signer;
    };
    struct Token
    {
        std::string text;
        Signer signer;
    };

    [[nodiscard]] const Signer *signerOf(
        std::string_view timestamp, std::string_view body, std::string_view signature) const;
    [[nodiscard]] bool isInTime(std::string_view timestamp) const;
    void add(const Account &account, const std::string &secret);

    std::vector<Account> m_accounts; ///< others point into it
    std::vector<std::pair<std::string, std::size_t>> m_known; ///< a secret, and where it stands in m_secrets
    std::vector<Secret> m_secrets;
    std::vector<Token> m_tokens;
    std::chrono::seconds m_window;
    Clock m_clock;
};

} // namespace lectern::relay
