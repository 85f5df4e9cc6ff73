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

/// A place for the answers to what is sent to JetStream without waiting.
class Acknowledgements
{
public:
    explicit Acknowledgements(natsConnection *connection)
        : m_connection(connection)
    {
        natsInbox *inbox = nullptr;
        m_status = natsInbox_Create(&inbox);
        m_inbox.reset(inbox);
        natsSubscription *made = nullptr;
        if (m_status == NATS_OK)
            m_status = natsConnection_SubscribeSync(&made, connection, inbox);
        m_subscription.reset(made);
    }

    [[nodiscard]] natsStatus send(const std::string &subject, const std::string &value)
    {
        if (m_status == NATS_OK)
            m_status = natsConnection_PublishRequest(
                m_connection, subject.c_str(), m_inbox.get(), value.data(), static_cast<int>(value.size()));
        m_waiting += m_status == NATS_OK ? 1 : 0;
        return m_status;
    }

    /// Reads answers until only \a most are still to come.
    [[nodiscard]] natsStatus wait(std::size_t most)
    {
        for (; m_status == NATS_OK && m_waiting > most; --m_waiting) {
            natsMsg *next = nullptr;
            m_status = natsSubscription_NextMsg(&next, m_subscription.get(), answerMilliseconds);
            const Message answer(next);
            if (m_status == NATS_OK && dataOf(next).find("\"error\"") != std::string_view::npos)
                m_status = NATS_ERR;
        }
        return m_status;
    }

private:
    static constexpr std::int64_t answerMilliseconds = 2000;

    natsConnection *m_connection;
    std::unique_ptr<natsInbox, Freed<natsInbox_Destroy>> m_inbox;
    Subscription m_subscription;
    std::size_t m_waiting = 0;
    natsStatus m_status = NATS_OK;
};

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

Result<void> putRecords(
    Link &link, const std::vector<std::pair<std::string, std::optional<std::string>>> &changes)
{
    constexpr std::size_t together = 256;
    const std::string prefix = "$KV." + std::string(bucketName) + '.';
    Acknowledgements acknowledgements(link.connection.get());
    natsStatus status = NATS_OK;
    for (const auto &[key, value] : changes) {
        status = acknowledgements.send(prefix + key, value.value_or(""));
        if (status == NATS_OK)
            status = acknowledgements.wait(together);
        if (status != NATS_OK)
            break;
    }
    if (status == NATS_OK)
        status = acknowledgements.wait(0);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "writing records"));
    return {};
}

Result<std::uint64_t> newestRevision(Link &link)
{
    jsStreamInfo *found = nullptr;
    const std::string stream = "KV_" + std::string(bucketName);
    const natsStatus status =
        js_GetStreamInfo(&found, link.jetStream.get(), stream.c_str(), nullptr, nullptr);
    const StreamInfo info(found);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "reading the state of the records"));
    return info->State.LastSeq;
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
