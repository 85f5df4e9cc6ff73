// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::relay {

/// What a relay knows about a school comes in facts, each small enough to be kept and shared by itself:
/// one person, one course, one of Zoom's users, one meeting, one registration, and whether a meeting is on.
enum class FactKind { Person, Course, Host, Meeting, Registrant, Live };

struct FactKey
{
    FactKind kind = FactKind::Person;
    std::string id; ///< a person's folded e-mail, a course's code, a host's id, a meeting's number
    std::string email; ///< of a registrant, folded; empty for the other kinds

    friend auto operator<=>(const FactKey &, const FactKey &) = default;
};

struct Fact
{
    FactKey key;
    /// The shapes of PUT /school, members that are absent left out; nothing: it is no longer so. A Live one
    /// is learn.cpp's own: "uuid" of the latest instance, "since" it was on, and whether it has "ended".
    std::optional<nlohmann::json> value;

    friend bool operator==(const Fact &, const Fact &) = default;
};

using Facts = std::vector<Fact>;

/// The key as a text of [-_=.A-Za-z0-9], "meeting.98765432101": the alphabet of JetStream's keys.
[[nodiscard]] std::string textOf(const FactKey &key);
[[nodiscard]] std::optional<FactKey> factKeyFrom(std::string_view text);

} // namespace lectern::relay
