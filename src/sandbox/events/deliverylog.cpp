// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/deliverylog.h"

namespace lectern::sandbox {
namespace {

constexpr std::size_t keptRecords = 10'000;

const char *nameOf(DeliveryRecord::Outcome outcome)
{
    switch (outcome) {
    case DeliveryRecord::Outcome::Delivered:
        return "delivered";
    case DeliveryRecord::Outcome::Retrying:
        return "retrying";
    case DeliveryRecord::Outcome::Lost:
        return "lost";
    }
    return "";
}

json toJson(std::int64_t number, const DeliveryRecord &record)
{
    json row{{"number", number}, {"time", formatUtc(record.time)}, {"endpoint", record.endpoint},
        {"event", record.event}, {"tracking_id", record.trackingId}, {"attempt", record.attempt},
        {"outcome", nameOf(record.outcome)}};
    if (record.status != 0)
        row["status"] = record.status;
    if (!record.failure.empty())
        row["failure"] = record.failure;
    return row;
}

} // namespace

void DeliveryLog::add(DeliveryRecord record)
{
    ++m_last;
    m_records.push_back(std::move(record));
    if (m_records.size() > keptRecords)
        m_records.pop_front();
}

json DeliveryLog::after(std::int64_t number) const
{
    json rows = json::array();
    std::int64_t at = m_last - static_cast<std::int64_t>(m_records.size());
    for (const DeliveryRecord &record : m_records)
        if (++at > number)
            rows.push_back(toJson(at, record));
    return rows;
}

} // namespace lectern::sandbox
