// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/rows.h"

#include <QDateTime>

namespace lectern::sync {

/// What a change does next, after Zoom (or the way to it) refused it.
struct PushVerdict
{
    enum class Step {
        Done, ///< what was wanted is so already
        Wait, ///< tried again, not before `notBefore`
        LookUp, ///< whether it took effect is unknown: looked for before it is sent again, not before
                ///< `notBefore`
        HoldAll, ///< nothing can be sent until a person acts on the account
        Fail, ///< needs a person
    };

    Step step = Step::Fail;
    /// UTC; meaningful for Wait and LookUp only.
    QDateTime notBefore = {};
    /// Whether Zoom could not be reached at all, so that nothing else needs to be tried before then.
    enum class Reach { Reached, Unreached } reach = Reach::Reached;

    friend bool operator==(const PushVerdict &, const PushVerdict &) = default;
};

/// `failures` counts the attempts that failed so, this one included. `retryAt` is the moment the ordinary
/// backoff gives; the server's own retryAfter goes before it.
[[nodiscard]] PushVerdict judge(store::ChangeRow::Kind kind, const Error &error, const QDateTime &retryAt);

/// The code of an error that says: the account's credentials or rights are at fault, not this change.
[[nodiscard]] bool concernsAccount(const Error &error);
/// No answer came back at all.
[[nodiscard]] bool isUnreached(const Error &error);

} // namespace lectern::sync
