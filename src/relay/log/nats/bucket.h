// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/nats/server.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The bucket of records, each call waiting for the servers; on any thread. What was removed stays with an
/// empty value, because libnats removes without looking whether somebody else has done so at the same time.
namespace lectern::relay::nats {

struct Kept
{
    std::string value; ///< empty: removed
    std::uint64_t revision = 0; ///< 0: never there
};

[[nodiscard]] Result<Kept> findRecord(kvStore *store, const std::string &key);
[[nodiscard]] Result<void> putRecord(kvStore *store, const std::string &key, const std::string &value);
/// All of them, in their order, without waiting for one before the next is sent; an empty value: removed. An
/// error where any of them is not known to be kept.
[[nodiscard]] Result<void> putRecords(
    Link &link, const std::vector<std::pair<std::string, std::optional<std::string>>> &changes);
/// The revision of the newest change of any record.
[[nodiscard]] Result<std::uint64_t> newestRevision(Link &link);
/// True for the one whose value is kept.
[[nodiscard]] Result<bool> createRecord(kvStore *store, const std::string &key, const std::string &value);
/// True for the one who has removed it.
[[nodiscard]] Result<bool> removeRecord(kvStore *store, const std::string &key);

} // namespace lectern::relay::nats
