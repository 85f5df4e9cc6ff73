// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/moment.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// One of Zoom's events, read as far as a relay must understand it. Its shapes differ by event and by year,
/// and what is not there, or not of the expected type, reads as absent.
class ZoomEvent
{
public:
    /// Nothing unless \a text is a JSON object.
    [[nodiscard]] static std::optional<ZoomEvent> parse(std::string_view text);

    ZoomEvent(ZoomEvent &&) = default;
    ZoomEvent &operator=(ZoomEvent &&) = default;
    ZoomEvent(const ZoomEvent &) = delete;
    ZoomEvent &operator=(const ZoomEvent &) = delete;
    ~ZoomEvent() = default;

    [[nodiscard]] const nlohmann::json &document() const { return m_document; }
    [[nodiscard]] const std::string &name() const { return m_name; }
    /// payload.object, or an empty object.
    [[nodiscard]] const nlohmann::json &object() const { return *m_object; }
    [[nodiscard]] Moment sent() const;

    /// The meeting (or webinar, or the meeting of a recording) that it is about: its number in decimal.
    /// Nothing for users, storage, and lists of recordings.
    [[nodiscard]] const std::optional<std::string> &meeting() const { return m_meeting; }

    /// "meeting.x" and "webinar.x" alike: whether x is \a ending or begins with it.
    [[nodiscard]] bool isMeeting(std::string_view ending) const;
    [[nodiscard]] bool isMeetingPrefix(std::string_view beginning) const;
    [[nodiscard]] bool isRegistration() const { return isMeetingPrefix("registration_"); }
    [[nodiscard]] bool isParticipant() const { return isMeetingPrefix("participant_"); }

    /// The registrant or participant that it is about: that part of the object.
    [[nodiscard]] const nlohmann::json *subject() const;

private:
    explicit ZoomEvent(nlohmann::json document);

    nlohmann::json m_document;
    std::string m_name;
    const nlohmann::json *m_object = nullptr; // into m_document's heap, which a move keeps
    std::optional<std::string> m_meeting;
};

/// A member as text: a string as it is, a number in decimal, anything else nothing.
[[nodiscard]] std::optional<std::string> textOf(const nlohmann::json &object, std::string_view member);
/// A string member, folded as an e-mail; empty where there is none.
[[nodiscard]] std::string emailOf(const nlohmann::json &object, std::string_view member);

} // namespace lectern::relay
