// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/logaddress.h"

namespace lectern::relay {
namespace {

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (comma != 0)
            parts.emplace_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return parts;
}

NatsAddress natsAddress(std::string_view scheme, std::string_view hosts)
{
    NatsAddress address;
    for (std::string &host : split(hosts))
        address.servers.push_back(host.find("://") == std::string::npos ? std::string(scheme) + host : host);
    return address;
}

} // namespace

Result<LogAddress> readLogAddress(std::string_view text)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (text.starts_with(sqlite) && text.size() > sqlite.size())
        return SqliteAddress{text.substr(sqlite.size())};
    for (const std::string_view scheme : {"nats://", "tls://"}) {
        if (!text.starts_with(scheme))
            continue;
        NatsAddress address = natsAddress(scheme, text.substr(scheme.size()));
        if (!address.servers.empty())
            return address;
    }
    return failure(
        ErrorCode::Invalid, "not a log: " + std::string(text) + "; use sqlite:FILE or nats://HOST,HOST");
}

} // namespace lectern::relay
