// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <algorithm>

namespace lectern::sync {

std::chrono::milliseconds backoff(
    int failures, std::chrono::milliseconds first, std::chrono::milliseconds longest)
{
    std::chrono::milliseconds wait = std::min(first, longest);
    for (int i = 1; i < failures && wait < longest; ++i)
        wait = std::min(wait * 2, longest);
    return wait;
}

} // namespace lectern::sync
