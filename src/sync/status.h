// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/person.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace lectern::sync {

/// Where changes made elsewhere come from.
enum class FeedSource {
    None, ///< not connected to anything
    Relay, ///< the school's relay: within a second
    ZoomSocket, ///< Zoom's own stream of events: within a second
    Polling, ///< Zoom is asked now and then
};

/// The connection to the school's relay.
struct RelayStatus
{
    enum class State {
        None, ///< no invitation was accepted
        Connecting, ///< trying, or waiting to try again
        Connected,
        Refused, ///< the token is no longer good: a new invitation is needed
    };

    State state = State::None;
    QUrl relay = {};
    /// Who this desktop is to the relay; the person whose places are shown where there is no Zoom account.
    QString email = {};
    QString name = {};
    school::Role role = school::Role::Learner;
    QDateTime since = {}; ///< UTC: when `state` became what it is
    std::optional<Error> problem = {}; ///< what keeps it from being connected

    friend bool operator==(const RelayStatus &a, const RelayStatus &b);
};

/// The whole truth about freshness, as the status line shows it.
struct SyncStatus
{
    enum class Phase {
        NotConnected, ///< neither an account nor a relay
        Idle,
        Pulling,
        Pushing,
        Offline, ///< Zoom cannot be reached; tried again by itself
        NeedsAttention, ///< credentials or scopes: a person must act
    };

    Phase phase = Phase::NotConnected;
    QDateTime lastPullAt; ///< UTC, of the last complete pull; invalid: never
    QDateTime nextPullAt; ///< UTC
    int done = 0; ///< hosts pulled so far, while Pulling
    int total = 0;
    int waitingChanges = 0;
    int failedChanges = 0; ///< failed or in conflict
    std::optional<Error> problem; ///< the latest that still holds
    /// Whether this desktop has an account of its own at Zoom. Without one it shows what the relay tells, and
    /// commands that need Zoom are refused as Unauthorized.
    enum class Reach { Nothing, RelayOnly, Account } reach = Reach::Nothing;
    FeedSource source = FeedSource::None; ///< the best that works now
    /// UTC: everything that Zoom told before this moment has arrived; invalid: not known.
    QDateTime freshAt;
    RelayStatus relay;

    friend bool operator==(const SyncStatus &a, const SyncStatus &b);
};

} // namespace lectern::sync

Q_DECLARE_METATYPE(lectern::sync::SyncStatus)
