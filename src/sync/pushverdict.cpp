// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushverdict.h"

#include "zoom/errors.h"

namespace lectern::sync {

namespace {

using Step = PushVerdict::Step;
using Reach = PushVerdict::Reach;

/// Whether the request may have taken effect although no good answer came.
bool mayHaveHappened(const Error &error)
{
    return isUnreached(error) || error.code == ErrorCode::Server || error.code == ErrorCode::Protocol
        || error.code == ErrorCode::Cancelled;
}

Step retryStep(store::ChangeRow::Kind kind, const Error &error)
{
    const bool creates = kind == store::ChangeRow::Kind::Create;
    return creates && mayHaveHappened(error) ? Step::LookUp : Step::Wait;
}

} // namespace

bool concernsAccount(const Error &error)
{
    const bool scopeMissing = error.zoomCode == 4700 || error.zoomCode == 4711;
    return scopeMissing || error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Tls
        || error.code == ErrorCode::Keyring;
}

bool isUnreached(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout;
}

PushVerdict judge(store::ChangeRow::Kind kind, const Error &error, const QDateTime &retryAt)
{
    const Reach reach = isUnreached(error) ? Reach::Unreached : Reach::Reached;
    if (concernsAccount(error))
        return {.step = Step::HoldAll};
    if (kind == store::ChangeRow::Kind::Delete && zoom::isMeetingGone(error))
        return {.step = Step::Done};
    const bool retry = error.isRetryable() || error.code == ErrorCode::Cancelled
        || (error.code == ErrorCode::Protocol && mayHaveHappened(error));
    if (!retry)
        return {.step = Step::Fail};
    const QDateTime notBefore = error.retryAfter.isValid() ? error.retryAfter : retryAt;
    return {.step = retryStep(kind, error), .notBefore = notBefore, .reach = reach};
}

} // namespace lectern::sync
