// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/timers.h"

#include <QTimer>

namespace lectern::zoom {

void QtTimers::after(std::chrono::milliseconds delay, std::function<void()> callback)
{
    QTimer::singleShot(delay, &m_context, std::move(callback));
}

} // namespace lectern::zoom
