// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/logging.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace lectern::relay {

void setUpLogging(Verbosity verbosity)
{
    constexpr const char *name = "relay";
    const auto before = spdlog::get(name);
    spdlog::set_default_logger(before ? before : spdlog::stderr_logger_mt(name));
    spdlog::set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
    spdlog::set_level(verbosity == Verbosity::Everything ? spdlog::level::debug : spdlog::level::info);
    spdlog::flush_on(spdlog::level::info);
}

} // namespace lectern::relay
