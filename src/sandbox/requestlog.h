// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <deque>

namespace lectern::sandbox {

/// The last 10,000 requests, without secrets: what GET /sandbox/requests tells.
class RequestLog
{
public:
    void add(Moment time, const http::Request &request, int status);

    /// {"requests": [{number, time, method, path, query, status, body}], "last": N}, those after a number.
    [[nodiscard]] json after(std::int64_t number) const;

private:
    std::deque<json> m_entries;
    std::int64_t m_last = 0;
};

} // namespace lectern::sandbox
