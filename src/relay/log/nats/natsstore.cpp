// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/natsstore.h"

#include "relay/log/nats/natslog.h"
#include "relay/log/nats/natsrecords.h"

namespace lectern::relay::nats {
namespace {

class NatsStore final : public LogStore
{
public:
    NatsStore(std::unique_ptr<NatsLog> log, std::unique_ptr<NatsRecords> records)
        : m_log(std::move(log))
        , m_records(std::move(records))
    { }

    EventLog &events() override { return *m_log; }
    RecordStore &records() override { return *m_records; }
    void tidy() override { } // the stream has its own limits

private:
    std::unique_ptr<NatsLog> m_log;
    std::unique_ptr<NatsRecords> m_records;
};

} // namespace

Result<std::unique_ptr<LogStore>> openNatsStore(const NatsAddress &address, LogStore::Use use,
    Retention retention, boost::asio::io_context::executor_type executor)
{
    const auto mode = use == LogStore::Use::Serve ? NatsLog::Mode::Follow : NatsLog::Mode::Look;
    auto log = NatsLog::open(address, mode, retention, executor);
    if (!log)
        return std::unexpected(log.error());
    auto records = NatsRecords::open((*log)->link(), executor);
    if (!records)
        return std::unexpected(records.error());
    return std::make_unique<NatsStore>(std::move(*log), std::move(*records));
}

} // namespace lectern::relay::nats
