// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>

namespace lectern::ctl {

enum class Command {
    Connect,
    Sync,
    Meetings,
    Schedule,
    Edit,
    Delete,
    End,
    Outbox,
    People,
    Courses,
    AddCourse,
    RelayAccept,
    Watch,
};

/// The command line, as typed. Texts are UTF-8; empty where the option was not given.
struct Arguments
{
    Command command = Command::Sync;
    std::string profile; ///< empty: the user's own folder
    bool json = false;
    std::chrono::seconds timeout{60};

    bool s2s = false, jwt = false;
    std::string accountId, clientId, apiKey;
    std::string api = "https://api.zoom.us";
    std::string oauth = "https://zoom.us";
    std::string events; ///< the WebSocket subscription

    std::string kind, from, to;

    std::string id; ///< Lectern's id of the meeting, or Zoom's number
    std::string occurrence;
    std::string course, session, group, person, host;
    bool everyone = false;
    bool notify = false; ///< has Zoom mail the people concerned of a deletion
    std::optional<std::string> topic, start, agenda, timeZone, passcode;
    std::optional<int> duration;

    std::string code, title;

    std::string invitation; ///< a lectern:// link, or "-": on standard input
};

/// The arguments, or the exit status when there is nothing (more) to do: help was asked for (0), or the
/// command line makes no sense (2).
[[nodiscard]] std::expected<Arguments, int> parseArguments(int count, char **values);

} // namespace lectern::ctl
