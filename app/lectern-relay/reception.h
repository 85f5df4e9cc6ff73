// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/accessdesk.h"
#include "relay/log/logstore.h"
#include "relay/serve/config.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace lectern::relay {

/// What every command must be told to find the relay's log and what it signs with.
struct Whereabouts
{
    std::string log;
    std::string config;

    void declare(CLI::App &command);
};

/// The desk of a relay, opened by a command beside the running relay.
class Reception
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Reception>> open(const Whereabouts &whereabouts);
    Reception(const Reception &) = delete;
    Reception &operator=(const Reception &) = delete;

    [[nodiscard]] const Config &config() const { return m_config; }
    /// \a named, or the only account there is where nothing is named.
    [[nodiscard]] Result<std::string> account(const std::string &named) const;

    /// Does something at the desk, and waits until it is done.
    template <typename Value>
    [[nodiscard]] Result<Value> at(std::function<boost::asio::awaitable<Result<Value>>(AccessDesk &)> work);

private:
    explicit Reception(Config config)
        : m_config(std::move(config))
    { }
    void run(boost::asio::awaitable<void> work);

    Config m_config;
    boost::asio::io_context m_context{1};
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<AccessDesk> m_desk;
};

template <typename Value>
Result<Value> Reception::at(std::function<boost::asio::awaitable<Result<Value>>(AccessDesk &)> work)
{
    Result<Value> outcome = failure(ErrorCode::Storage, "the log gave no answer");
    run([](auto &what, AccessDesk &desk, Result<Value> &result) -> boost::asio::awaitable<void> {
        result = co_await what(desk);
    }(work, *m_desk, outcome));
    return outcome;
}

/// CLI11's checks of what a person writes.
[[nodiscard]] CLI::Validator isEmail();
[[nodiscard]] CLI::Validator isRole();
[[nodiscard]] CLI::Validator isLifetime();

} // namespace lectern::relay
