// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/meetings.h"
#include "sandbox/sealedtoken.h"

#include <charconv>

// The links people open, and the keys in them.
namespace lectern::sandbox {
namespace {

std::string shownId(const MeetingState &meeting)
{
    const json pmi = meeting.document.value("pmi", json());
    return pmi.is_string() ? pmi.get<std::string>() : meeting.document.at("id").dump();
}

std::string passcodePart(const MeetingState &meeting)
{
    const std::string encoded = meeting.document.value("encrypted_password", std::string());
    return encoded.empty() ? std::string() : "pwd=" + http::percentEncode(encoded);
}

std::string signature(const World &world, std::string_view id)
{
    const std::string digest = http::hmacSha256(world.account.signingKey, "register:" + std::string(id));
    return http::base64UrlEncode(digest).substr(0, 16);
}

} // namespace

std::string encodePasscode(std::string_view passcode)
{
    if (passcode.empty())
        return {};
    return http::base64UrlEncode(http::sha256("passcode:" + std::string(passcode))).substr(0, 32) + ".1";
}

std::string joinUrl(const World &world, const MeetingState &meeting)
{
    const std::string passcode = passcodePart(meeting);
    return world.baseUrl + "/j/" + shownId(meeting) + (passcode.empty() ? "" : "?" + passcode);
}

std::string registrantJoinUrl(const World &world, const MeetingState &meeting, const json &registrant)
{
    const std::string path = isWebinar(meeting) ? "/w/" : "/j/";
    const std::string passcode = passcodePart(meeting);
    return world.baseUrl + path + shownId(meeting) + "?tk=" + registrant.value("join_token", std::string())
        + (passcode.empty() ? "" : "&" + passcode);
}

std::string startUrl(const World &world, const MeetingState &meeting)
{
    const std::string zak = issueZak(world, meeting.hostId(), std::chrono::hours(2));
    return world.baseUrl + "/s/" + shownId(meeting) + "?zak=" + zak;
}

std::string registrationUrl(const World &world, const MeetingState &meeting)
{
    const std::string id = meeting.document.at("id").dump();
    const std::string path = isWebinar(meeting) ? "/webinar/register/WN_" : "/meeting/register/";
    return world.baseUrl + path + id + '-' + signature(world, id);
}

MeetingState *meetingOfRegistration(World &world, std::string_view token)
{
    if (token.starts_with("WN_"))
        token.remove_prefix(3);
    const auto dash = token.find('-');
    const std::string_view text = token.substr(0, dash);
    if (dash == std::string_view::npos
        || !http::equalInConstantTime(token.substr(dash + 1), signature(world, text)))
        return nullptr;
    std::int64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    MeetingState *meeting = world.findMeeting(id);
    return meeting ? meeting : world.findWebinar(id);
}

const json *registrantOfToken(const MeetingState &meeting, std::string_view token)
{
    for (const auto &[id, registrant] : meeting.registrants) {
        if (http::equalInConstantTime(registrant.value("join_token", std::string()), token))
            return &registrant;
    }
    return nullptr;
}

std::string issueZak(const World &world, const std::string &userId, std::chrono::seconds life)
{
    return sealToken(world, TokenUse::Zak, {{"user", userId}}, life);
}

std::optional<std::string> userOfZak(const World &world, std::string_view zak)
{
    const auto opened = openToken(world, TokenUse::Zak, zak);
    if (!opened || opened->expired)
        return std::nullopt;
    return opened->content["user"].get<std::string>();
}

} // namespace lectern::sandbox
