// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "relay/access/accessdesk.h"
#include "relay/access/gate.h"
#include "relay/access/guesslimiter.h"
#include "relay/eventlog.h"
#include "relay/recordstore.h"
#include "relay/school/schools.h"
#include "relay/stream/hub.h"
#include "relay/workers.h"

#include <array>
#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lectern::relay {

struct ReaderOptions
{
    std::vector<std::string> accounts; ///< the configured ids
    std::vector<std::string> proxies; ///< whose X-Forwarded-For is believed
    Lifetimes lifetimes;
    HubLimits limits;
    Now now = systemNow;
};

/// Everything of a relay that desktops and administrators see: /events, /invitations/accept, /token/renew,
/// /me and /school. Everything on the serving thread; the log, the records and the server's streams end
/// first.
class Readers
{
public:
    /// \a log and \a records outlive it.
    Readers(EventLog &log, RecordStore &records, const TokenSigner &signer, ReaderOptions options);
    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;

    /// Becomes the log's listener, reads what is known and begins to write down what is learnt. To be
    /// finished before the first request is answered.
    [[nodiscard]] boost::asio::awaitable<Result<void>> start();
    /// Adds all of it to whatever leads requests to those who answer them.
    template <typename Router>
    void addTo(Router &router)
    {
        for (const auto &[method, path] : places)
            router.add(method, path, [this](const http::Request &request) { return answer(request); });
    }
    /// 404 for what is not here.
    [[nodiscard]] boost::asio::awaitable<http::Reply> answer(const http::Request &request);

    [[nodiscard]] const HubCounts &counts() const { return m_hub.counts(); }

private:
    static constexpr std::array<std::pair<const char *, const char *>, 6> places{
        {{"GET", "/events"}, {"POST", "/invitations/accept"}, {"POST", "/token/renew"}, {"GET", "/me"},
            {"PUT", "/school"}, {"GET", "/school"}}};

    [[nodiscard]] boost::asio::awaitable<http::Reply> events(const http::Request &request);
    [[nodiscard]] boost::asio::awaitable<http::Reply> acceptInvitation(const http::Request &request);
    [[nodiscard]] boost::asio::awaitable<http::Reply> renewToken(const http::Request &request);
    [[nodiscard]] http::Reply me(const http::Request &request) const;
    [[nodiscard]] boost::asio::awaitable<http::Reply> putSchool(const http::Request &request);
    [[nodiscard]] boost::asio::awaitable<http::Reply> getSchool(const http::Request &request);

    [[nodiscard]] boost::asio::awaitable<void> keepWritingDown();
    [[nodiscard]] boost::asio::awaitable<void> keepTidy();
    [[nodiscard]] std::string addressOf(const http::Request &request) const;

    EventLog &m_log;
    RecordStore &m_records;
    const ReaderOptions m_options;
    Gate m_gate;
    AccessDesk m_desk;
    Schools m_schools;
    Hub m_hub;
    GuessLimiter m_guesses;
    std::optional<Workers> m_workers; ///< since start()
};

} // namespace lectern::relay
