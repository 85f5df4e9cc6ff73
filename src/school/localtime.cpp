// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/localtime.h"

namespace lectern::school {

QDateTime utcOfLocal(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime wall(date, time, Qt::UTC);
    if (!zone.isValid())
        return wall;
    // Zones change their offset months apart, so a day on either side knows the offsets that can apply.
    const int before = zone.offsetFromUtc(wall.addDays(-1));
    const int after = zone.offsetFromUtc(wall.addDays(1));
    for (const int offset : {before, after}) {
        const QDateTime candidate = wall.addSecs(-offset);
        if (zone.offsetFromUtc(candidate) == offset)
            return candidate;
    }
    return wall.addSecs(-before);
}

QDateTime localOfUtc(const QDateTime &utc, const QTimeZone &zone)
{
    return zone.isValid() ? utc.toTimeZone(zone) : utc.toUTC();
}

} // namespace lectern::school
