// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/log/logaddress.h"
#include "relay/recordstore.h"

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>

namespace lectern::relay {

/// Everything one relay keeps, in whichever engine.
class LogStore
{
public:
    /// Milliseconds since 1970, UTC.
    using Clock = std::function<std::int64_t()>;

    enum class Use {
        Serve, ///< by the relay that takes events in; of a SQLite file there can be one
        Visit, ///< by a command beside it
    };

    virtual ~LogStore() = default;

    [[nodiscard]] virtual EventLog &events() = 0;
    [[nodiscard]] virtual RecordStore &records() = 0;
    /// Applies the retention, where the engine does not do it by itself; call it once a minute or so.
    virtual void tidy() = 0;
};

/// Opens the log, and makes it where there is none yet. Waits for it: to be called before anything is served.
/// \a executor is that of the serving thread, and the store is destroyed before its context.
[[nodiscard]] Result<std::unique_ptr<LogStore>> openLog(const LogAddress &address, LogStore::Use use,
    Retention retention, LogStore::Clock clock, boost::asio::io_context::executor_type executor);

} // namespace lectern::relay
