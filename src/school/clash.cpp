// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/clash.h"

#include "school/localtime.h"

#include <algorithm>

namespace lectern::school {

namespace {

qint64 seconds(std::chrono::minutes duration)
{
    return std::chrono::seconds(duration).count();
}

bool overlaps(const QDateTime &start, std::chrono::minutes duration, const BusyTime &busy)
{
    return start < busy.start.addSecs(seconds(busy.duration))
        && busy.start < start.addSecs(seconds(duration));
}

/// The next step of five minutes on the wall clock, later than `moment`.
QDateTime nextStep(const QDateTime &moment)
{
    constexpr qint64 step = qint64{5} * 60 * 1000;
    return QDateTime::fromMSecsSinceEpoch((moment.toMSecsSinceEpoch() / step + 1) * step, Qt::UTC);
}

} // namespace

QList<Clash> findClashes(
    const QList<QDateTime> &starts, std::chrono::minutes duration, const QList<BusyTime> &busy)
{
    QList<Clash> clashes;
    for (const QDateTime &start : starts)
        for (const BusyTime &taken : busy)
            if (overlaps(start, duration, taken))
                clashes.append({start, taken});
    return clashes;
}

std::optional<QDateTime> nextFreeStart(const QDateTime &wanted, std::chrono::minutes duration,
    const QList<BusyTime> &busy, const QTimeZone &zone)
{
    const QDate day = localOfUtc(wanted, zone).date();
    for (QDateTime start = wanted.toUTC(); localOfUtc(start, zone).date() == day; start = nextStep(start)) {
        const auto isTaken = [&](const BusyTime &taken) { return overlaps(start, duration, taken); };
        if (std::ranges::none_of(busy, isTaken))
            return start;
    }
    return std::nullopt;
}

} // namespace lectern::school
