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

StatusDot::State dotOf(const sync::SyncStatus &status)
{
    switch (status.phase) {
    case Phase::NotConnected:
        return StatusDot::State::Off;
    case Phase::Idle:
        return status.failedChanges > 0 ? StatusDot::State::Problem : StatusDot::State::Good;
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

QString freshnessOf(const sync::SyncStatus &status, const QDateTime &now)
{
    switch (status.phase) {
    case Phase::NotConnected:
        return Words::tr("Not connected to Zoom");
    case Phase::Idle:
        return status.lastPullAt.isValid() ? withAge(Words::tr("Up to date"), status.lastPullAt, now)
                                           : Words::tr("Connected, not read yet");
    case Phase::Pulling:
        return status.total > 0
            ? Words::tr("Reading from Zoom, host %1 of %2").arg(status.done).arg(status.total)
            : Words::tr("Reading from Zoom");
    case Phase::Pushing:
        return Words::tr("Sending to Zoom");
    case Phase::Offline:
        return withAge(Words::tr("Offline, shown as last read"), status.lastPullAt, now);
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
