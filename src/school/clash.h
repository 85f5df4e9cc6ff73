// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace lectern::school {

/// A stretch of a host's time that a meeting takes.
struct BusyTime
{
    MeetingId meeting = {};
    QString topic = {};
    QDateTime start = {}; ///< UTC
    std::chrono::minutes duration{0};
};

struct Clash
{
    QDateTime start = {}; ///< UTC, of the proposed occurrence
    BusyTime with = {};
};

/// Where the proposed starts overlap what the host already has; touching ends do not overlap.
[[nodiscard]] QList<Clash> findClashes(
    const QList<QDateTime> &starts, std::chrono::minutes duration, const QList<BusyTime> &busy);

/// The first moment at or after `wanted` (in steps of five minutes, the same day in `zone`) when the host is
/// free.
[[nodiscard]] std::optional<QDateTime> nextFreeStart(const QDateTime &wanted, std::chrono::minutes duration,
    const QList<BusyTime> &busy, const QTimeZone &zone);

} // namespace lectern::school
