// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace lectern {

/// Where "now" comes from, so that tests and the demo can choose it. Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present moment in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace lectern
