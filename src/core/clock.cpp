// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace lectern {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace lectern
