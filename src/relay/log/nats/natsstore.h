// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/logstore.h"

namespace lectern::relay::nats {

/// A stream's events and a bucket's records.
[[nodiscard]] Result<std::unique_ptr<LogStore>> openNatsStore(const NatsAddress &address, LogStore::Use use,
    Retention retention, boost::asio::io_context::executor_type executor);

} // namespace lectern::relay::nats
