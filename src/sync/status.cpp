// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/status.h"

namespace lectern::sync {

namespace {

bool sameProblem(const std::optional<Error> &a, const std::optional<Error> &b)
{
    if (a.has_value() != b.has_value())
        return false;
    return !a || (a->code == b->code && a->message == b->message && a->retryAfter == b->retryAfter);
}

} // namespace

bool operator==(const RelayStatus &a, const RelayStatus &b)
{
    return a.state == b.state && a.relay == b.relay && a.email == b.email && a.name == b.name
        && a.role == b.role && a.since == b.since && sameProblem(a.problem, b.problem);
}

bool operator==(const SyncStatus &a, const SyncStatus &b)
{
    return a.phase == b.phase && a.lastPullAt == b.lastPullAt && a.nextPullAt == b.nextPullAt
        && a.done == b.done && a.total == b.total && a.waitingChanges == b.waitingChanges
        && a.failedChanges == b.failedChanges && sameProblem(a.problem, b.problem) && a.reach == b.reach
        && a.source == b.source && a.freshAt == b.freshAt && a.relay == b.relay;
}

} // namespace lectern::sync
