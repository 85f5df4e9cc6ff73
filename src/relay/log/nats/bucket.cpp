// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/bucket.h"

namespace lectern::relay::nats {
namespace {

/// Whether \a value is there now, given that nobody changed the key since \a revision.
Result<bool> replace(kvStore *store, const std::string &key, const std::string &value, std::uint64_t revision)
{
    const natsStatus status = revision == 0
        ? kvStore_Create(nullptr, store, key.c_str(), value.data(), static_cast<int>(value.size()))
        : kvStore_Update(nullptr, store, key.c_str(), value.data(), static_cast<int>(value.size()), revision);
    if (status == NATS_OK)
        return true;
    // Someone was faster, or the servers are in trouble: what is there now tells which.
    const auto now = findRecord(store, key);
    if (!now)
        return std::unexpected(now.error());
    if (now->revision == revision)
        return std::unexpected(errorOf(status, "changing a record"));
    return false;
}

} // namespace

Result<Kept> findRecord(kvStore *store, const std::string &key)
{
    kvEntry *found = nullptr;
    const natsStatus status = kvStore_Get(&found, store, key.c_str());
    const Entry entry(found);
    if (status == NATS_NOT_FOUND)
        return Kept();
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "reading a record"));
    const auto *data = static_cast<const char *>(kvEntry_Value(entry.get()));
    const int size = kvEntry_ValueLen(entry.get());
    return Kept{size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string(),
        kvEntry_Revision(entry.get())};
}

Result<void> putRecord(kvStore *store, const std::string &key, const std::string &value)
{
    const natsStatus status =
        kvStore_Put(nullptr, store, key.c_str(), value.data(), static_cast<int>(value.size()));
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "writing a record"));
    return {};
}

Result<bool> createRecord(kvStore *store, const std::string &key, const std::string &value)
{
    const auto before = findRecord(store, key);
    if (!before)
        return std::unexpected(before.error());
    if (!before->value.empty())
        return false;
    return replace(store, key, value, before->revision);
}

Result<bool> removeRecord(kvStore *store, const std::string &key)
{
    for (;;) {
        const auto before = findRecord(store, key);
        if (!before)
            return std::unexpected(before.error());
        if (before->value.empty())
            return false;
        auto removed = replace(store, key, {}, before->revision);
        if (!removed || *removed)
            return removed;
    }
}

} // namespace lectern::relay::nats
