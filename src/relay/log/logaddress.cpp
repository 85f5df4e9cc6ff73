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

Result<LogAddress> readLogAddress(std::string_view text, NatsAccess access)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (text.starts_with(sqlite) && text.size() > sqlite.size())
        return SqliteAddress{text.substr(sqlite.size())};
    for (const std::string_view scheme : {"nats://", "tls://"}) {
        if (!text.starts_with(scheme))
            continue;
        if (text.find('@') != std::string_view::npos) // not repeated in the message
            return failure(ErrorCode::Invalid,
                "users and passwords do not belong into --log, where others can read them: see nats in the"
                " configuration, or LECTERN_RELAY_NATS_USER and LECTERN_RELAY_NATS_PASSWORD");
        NatsAddress address = natsAddress(scheme, text.substr(scheme.size()));
        address.access = std::move(access);
        if (!address.servers.empty())
            return address;
    }
    return failure(
        ErrorCode::Invalid, "not a log: " + std::string(text) + "; use sqlite:FILE or nats://HOST,HOST");
}

} // namespace lectern::relay
