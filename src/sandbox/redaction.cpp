// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/redaction.h"

#include "http/encoding.h"
#include "http/message.h"

#include <set>

namespace lectern::sandbox {
namespace {

constexpr const char *mark = "[redacted]";

bool isSecret(const std::string &name)
{
    static const std::set<std::string> names{"access_token", "authorization", "client_secret", "code",
        "code_verifier", "password", "passcode", "pwd", "refresh_token", "start_url", "tk", "token", "zak"};
    return names.contains(name);
}

void redactJson(nlohmann::json &value)
{
    if (value.is_object()) {
        for (auto &[name, member] : value.items()) {
            if (isSecret(name) && member.is_string())
                member = mark;
            else
                redactJson(member);
        }
    } else if (value.is_array()) {
        for (auto &item : value)
            redactJson(item);
    }
}

} // namespace

std::string redactForm(const std::string &text)
{
    std::string redacted;
    for (const auto &[name, value] : http::Parameters::parse(text)) {
        redacted += redacted.empty() ? "" : "&";
        redacted += http::percentEncode(name) + '=' + (isSecret(name) ? mark : http::percentEncode(value));
    }
    return redacted;
}

std::string redactBody(const std::string &text, std::size_t limit)
{
    auto parsed = nlohmann::json::parse(text, nullptr, false);
    std::string redacted;
    if (parsed.is_structured()) {
        redactJson(parsed);
        redacted = parsed.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    } else {
        redacted = redactForm(text);
    }
    return redacted.substr(0, limit);
}

} // namespace lectern::sandbox
