// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate/syncwords.h"

#include <QCoreApplication>

namespace lectern::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::SyncWords)
};

using Phase = sync::SyncStatus::Phase;

/// A relay gives a sign of life every 15 seconds: two may be late.
constexpr qint64 liveSeconds = 45;

bool isRefused(const sync::SyncStatus &status)
{
    return status.relay.state == sync::RelayStatus::State::Refused;
}

StatusDot::State dotOf(const sync::SyncStatus &status)
{
    switch (status.phase) {
    case Phase::NotConnected:
        return StatusDot::State::Off;
    case Phase::Idle:
        return status.failedChanges > 0 || isRefused(status) ? StatusDot::State::Problem
                                                             : StatusDot::State::Good;
    case Phase::Pulling:
    case Phase::Pushing:
        return StatusDot::State::Busy;
    case Phase::Offline:
        return StatusDot::State::Waiting;
    case Phase::NeedsAttention:
        return StatusDot::State::Problem;
    }
    Q_UNREACHABLE();
}

QString withAge(const QString &words, const QDateTime &lastPull, const QDateTime &now)
{
    return lastPull.isValid() ? Words::tr("%1 · %2", "state, age").arg(words, agoText(lastPull, now)) : words;
}

/// What the relay tells is as good as what was read.
QDateTime freshAt(const sync::SyncStatus &status)
{
    return std::max(status.lastPullAt, status.freshAt);
}

/// Live: within a second. What has been silent for longer shows its age.
QString idleText(const sync::SyncStatus &status, const QDateTime &now)
{
    if (isRefused(status))
        return Words::tr("The school's relay asks for a new invitation");
    const bool isLive = status.freshAt.isValid() && status.freshAt.secsTo(now) < liveSeconds;
    if (isLive && status.source == sync::FeedSource::Relay)
        return Words::tr("Live, through the school's relay");
    if (isLive && status.source == sync::FeedSource::ZoomSocket)
        return Words::tr("Live, from Zoom");
    const QDateTime fresh = freshAt(status);
    return fresh.isValid() ? withAge(Words::tr("Up to date"), fresh, now)
                           : Words::tr("Connected, not read yet");
}

QString freshnessOf(const sync::SyncStatus &status, const QDateTime &now)
{
    switch (status.phase) {
    case Phase::NotConnected:
        return Words::tr("Not connected to Zoom");
    case Phase::Idle:
        return idleText(status, now);
    case Phase::Pulling:
        return status.total > 0
            ? Words::tr("Reading from Zoom, host %1 of %2").arg(status.done).arg(status.total)
            : Words::tr("Reading from Zoom");
    case Phase::Pushing:
        return Words::tr("Sending to Zoom");
    case Phase::Offline:
        return withAge(Words::tr("Offline, shown as last read"), freshAt(status), now);
    case Phase::NeedsAttention:
        return status.problem ? status.problem->message : Words::tr("Zoom refuses this account");
    }
    Q_UNREACHABLE();
}

QString waitingOf(const sync::SyncStatus &status)
{
    if (status.failedChanges > 0)
        return Words::tr("%n change(s) need you", nullptr, status.failedChanges);
    if (status.waitingChanges > 0)
        return Words::tr("%n change(s) waiting to be sent", nullptr, status.waitingChanges);
    return {};
}

} // namespace

SyncWords syncWords(const sync::SyncStatus &status, const QDateTime &now)
{
    return {.dot = dotOf(status), .freshness = freshnessOf(status, now), .waiting = waitingOf(status)};
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < 60)
        return Words::tr("just now");
    if (seconds < 60 * 60)
        return Words::tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 24 * 60 * 60)
        return Words::tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / 3600));
    return Words::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / 86400));
}

} // namespace lectern::ui
