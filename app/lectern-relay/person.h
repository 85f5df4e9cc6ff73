// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reception.h"

namespace lectern::relay {

/// A person as options name them.
struct PersonOptions
{
    std::string email;
    std::string role;
    std::string name;
    std::string account;

    void declare(CLI::App &command)
    {
        command.add_option("--email", email, "Whose")->required()->check(isEmail());
        command.add_option("--role", role, "administrator, teacher or learner")->required()->check(isRole());
        command.add_option("--name", name, "As people call them");
        command.add_option("--account", account, "Which of the relay's accounts, where there are several");
    }

    [[nodiscard]] Result<Invitee> invitee(const Reception &reception) const
    {
        const auto known = reception.account(account);
        if (!known)
            return std::unexpected(known.error());
        return Invitee{.account = *known,
            .email = foldedEmail(email),
            .name = name,
            .role = roleNamed(role).value_or(Role::Learner)};
    }
};

} // namespace lectern::relay
