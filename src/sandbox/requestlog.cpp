// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/requestlog.h"

#include "sandbox/redaction.h"

namespace lectern::sandbox {
namespace {

constexpr std::size_t keptRequests = 10'000;
constexpr std::size_t keptBodyBytes = 4096;

} // namespace

void RequestLog::add(Moment time, const http::Request &request, int status)
{
    m_entries.push_back({{"number", ++m_last}, {"time", formatUtc(time)}, {"method", request.method},
        {"path", request.path}, {"query", redactForm(request.rawQuery)}, {"status", status},
        {"body", redactBody(request.body, keptBodyBytes)}});
    if (m_entries.size() > keptRequests)
        m_entries.pop_front();
}

json RequestLog::after(std::int64_t number) const
{
    json requests = json::array();
    for (const json &entry : m_entries) {
        if (entry["number"].get<std::int64_t>() > number)
            requests.push_back(entry);
    }
    return {{"requests", std::move(requests)}, {"last", m_last}};
}

} // namespace lectern::sandbox
