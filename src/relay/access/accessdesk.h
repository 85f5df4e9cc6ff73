// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/token.h"
#include "relay/error.h"
#include "relay/recordstore.h"

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lectern::relay {

/// Somebody as an administrator names them.
struct Invitee
{
    std::string account;
    std::string email; ///< folded
    std::string name;
    Role role = Role::Learner;
};

/// A token and what it stands for.
struct Admission
{
    std::string token;
    Grant grant;
};

struct OpenInvitation
{
    Invitee invitee;
    Moment expires;
};

/// How long what the desk hands out is good for.
struct Lifetimes
{
    std::chrono::seconds invitation = std::chrono::days(7);
    /// Of a token that was got by an invitation or by renewal.
    std::chrono::seconds token = std::chrono::days(90);
};

/// Hands out invitations and tokens, lists and revokes them; keeps what must be remembered as records that
/// every relay on the log sees. Of an invitation only a digest of its code is kept: who reads the records can
/// invite nobody. Threads as RecordStore.
class AccessDesk
{
public:
    AccessDesk(RecordStore &records, const TokenSigner &signer, Now now, Lifetimes lifetimes = {})
        : m_records(records)
        , m_signer(signer)
        , m_now(std::move(now))
        , m_lifetimes(lifetimes)
    { }

    /// The code of a new invitation. \a life: nothing for the desk's own.
    [[nodiscard]] boost::asio::awaitable<Result<std::string>> invite(
        Invitee invitee, std::optional<std::chrono::seconds> life);
    /// Takes the invitation and gives its token; nothing where the code is unknown, used or expired.
    [[nodiscard]] boost::asio::awaitable<Result<std::optional<Admission>>> accept(std::string code);

    [[nodiscard]] boost::asio::awaitable<Result<Admission>> issue(Invitee invitee, std::chrono::seconds life);
    /// A token like \a grant, good for the desk's lifetime from now.
    [[nodiscard]] boost::asio::awaitable<Result<Admission>> renew(Grant grant);

    /// Ends every token of that person issued up to now, and their open invitations.
    [[nodiscard]] boost::asio::awaitable<Result<void>> revokePerson(std::string account, std::string email);
    /// Ends the token and all it was renewed to.
    [[nodiscard]] boost::asio::awaitable<Result<void>> revokeToken(std::string id);

    /// Tokens that have neither expired nor been revoked.
    [[nodiscard]] boost::asio::awaitable<Result<std::vector<Grant>>> tokens();
    [[nodiscard]] boost::asio::awaitable<Result<std::vector<OpenInvitation>>> invitations();
    /// Forgets what has expired.
    [[nodiscard]] boost::asio::awaitable<Result<void>> tidy();

private:
    [[nodiscard]] boost::asio::awaitable<Result<Admission>> admit(Grant grant);

    RecordStore &m_records;
    TokenSigner m_signer;
    Now m_now;
    Lifetimes m_lifetimes;
};

} // namespace lectern::relay
