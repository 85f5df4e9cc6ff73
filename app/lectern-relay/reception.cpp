// SPDX-License-Identifier: GPL-3.0-or-later
#include "reception.h"

#include "relay/access/signingkey.h"

#include <algorithm>

namespace lectern::relay {

void Whereabouts::declare(CLI::App &command)
{
    command.add_option("--log", log, "Where the relay keeps its events: sqlite:FILE or nats://HOST,…")
        ->required();
    command.add_option("--config", config, "The relay's configuration file")->check(CLI::ExistingFile);
}

Result<std::unique_ptr<Reception>> Reception::open(const Whereabouts &whereabouts)
{
    const Environment environment = processEnvironment();
    auto config =
        whereabouts.config.empty() ? readConfig(environment) : readConfig(whereabouts.config, environment);
    if (!config)
        return std::unexpected(config.error());
    const auto address = readLogAddress(whereabouts.log, config->nats);
    if (!address)
        return std::unexpected(address.error());
    const auto key = signingKeyFor(config->signingKey, *address);
    if (!key)
        return std::unexpected(key.error());
    std::unique_ptr<Reception> reception(new Reception(*std::move(config)));
    auto store = openLog(
        *address, LogStore::Use::Visit, reception->m_config.retention,
        [] { return toMilliseconds(systemNow()); }, reception->m_context.get_executor());
    if (!store)
        return std::unexpected(store.error());
    reception->m_store = *std::move(store);
    reception->m_desk =
        std::make_unique<AccessDesk>(reception->m_store->records(), TokenSigner(*key), systemNow);
    return reception;
}

Result<std::string> Reception::account(const std::string &named) const
{
    const auto &accounts = m_config.accounts;
    if (named.empty() && accounts.size() == 1)
        return accounts.front().id;
    if (named.empty())
        return failure(ErrorCode::Invalid, "there are several accounts (or none): name one with --account");
    const bool known =
        std::ranges::any_of(accounts, [&](const Account &account) { return account.id == named; });
    if (!known)
        return failure(ErrorCode::Invalid, "the relay has no account " + named);
    return named;
}

void Reception::run(boost::asio::awaitable<void> work)
{
    boost::asio::co_spawn(
        m_context, std::move(work), [this](const std::exception_ptr &) { m_context.stop(); });
    m_context.run();
    m_context.restart();
}

CLI::Validator isEmail()
{
    return {[](const std::string &text) {
                return looksLikeEmail(foldedEmail(text)) ? std::string() : "not an e-mail address: " + text;
            },
        "E-MAIL"};
}

CLI::Validator isRole()
{
    return {[](const std::string &text) {
                return roleNamed(text) ? std::string() : "not administrator, teacher or learner: " + text;
            },
        "ROLE"};
}

CLI::Validator isLifetime()
{
    return {[](const std::string &text) {
                return readLifetime(text) ? std::string() : "not a time like 45s, 30m, 12h or 7d: " + text;
            },
        "TIME"};
}

} // namespace lectern::relay
