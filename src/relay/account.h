// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lectern::relay {

/// A Zoom account whose events the relay takes.
struct Account
{
    /// Zoom's account id; or, for a relay with one account, any name ("default"): then the id in the events
    /// does not matter.
    std::string id;
    /// Secret tokens of the Marketplace app's event subscription. More than one while a secret is being
    /// replaced.
    std::vector<std::string> secrets;
    /// The legacy verification token, which Zoom sends in Authorization with what it does not sign; "" : not
    /// taken.
    std::string verificationToken;
};

} // namespace lectern::relay
