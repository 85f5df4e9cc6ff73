// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/nats/server.h"
#include "relay/recordstore.h"

#include <boost/asio/io_context.hpp>

namespace lectern::relay::nats {

/// Records in a key-value bucket of JetStream. All of them are held in memory as well: list() reads that
/// copy, which follows the bucket within moments; everything else asks the servers.
class NatsRecords final : public RecordStore
{
public:
    /// Waits until all there is has been read.
    [[nodiscard]] static Result<std::unique_ptr<NatsRecords>> open(
        LinkPointer link, boost::asio::io_context::executor_type executor);
    ~NatsRecords() override;

    [[nodiscard]] boost::asio::awaitable<Result<std::optional<std::string>>> get(std::string key) override;
    [[nodiscard]] boost::asio::awaitable<Result<void>> put(std::string key, std::string value) override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> create(std::string key, std::string value) override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> remove(std::string key) override;
    [[nodiscard]] boost::asio::awaitable<Result<void>> putAll(std::vector<Change> changes) override;
    [[nodiscard]] boost::asio::awaitable<Result<Records>> list(std::string prefix) override;
    void addListener(Listener listener) override;

private:
    class Private;
    explicit NatsRecords(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace lectern::relay::nats
