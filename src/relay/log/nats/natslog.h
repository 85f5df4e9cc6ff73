// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/log/nats/server.h"

#include <boost/asio/io_context.hpp>

namespace lectern::relay::nats {

/// The log of any number of relays: a JetStream stream. A position is the stream's sequence.
class NatsLog final : public EventLog
{
public:
    enum class Mode {
        Follow, ///< tells the listener, and may be written to
        Look, ///< reads only
    };

    /// Waits for the servers.
    [[nodiscard]] static Result<std::unique_ptr<NatsLog>> open(
        NatsAddress address, Mode mode, Retention retention, boost::asio::io_context::executor_type executor);
    ~NatsLog() override;

    [[nodiscard]] boost::asio::awaitable<Result<Appended>> append(Event event) override;
    [[nodiscard]] boost::asio::awaitable<Result<std::vector<KeptEventPointer>>> read(
        std::string account, Position after, std::size_t limit) override;
    [[nodiscard]] Position oldest() const override;
    [[nodiscard]] Position newest() const override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> hasReached(Position position) override;
    void setListener(Listener listener) override;
    [[nodiscard]] std::uint64_t bytes() const override;
    [[nodiscard]] bool isHealthy() const override;

    /// The connection, for what is kept beside the events.
    [[nodiscard]] LinkPointer link() const;

private:
    class Private;
    explicit NatsLog(std::shared_ptr<Private> data);
    std::shared_ptr<Private> d;
};

} // namespace lectern::relay::nats
