// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/moment.h"
#include "sandbox/school/school.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lectern::sandbox::school {

/// The school's time zone.
inline constexpr std::string_view schoolZone = "Europe/Paris";

/// Where a meeting carries the text that says whose it is.
enum class TagPlace { TrackingField, Agenda, Nowhere };

enum class Registration {
    None,
    Automatic, ///< whoever registers is in
    Manual, ///< the host approves each
};

/// A meeting the school holds, held or will hold, in the words of its timetable.
struct PlannedMeeting
{
    std::size_t host = tomOkafor; ///< place in School::people
    std::string topic;
    std::string agenda;
    std::string tag;
    TagPlace tagPlace = TagPlace::TrackingField;
    int type = 2; ///< as Zoom counts them: 2 once, 3 without times, 8 a series
    Moment start{}; ///< of the first occurrence; means nothing for type 3
    std::chrono::minutes length{45};
    nlohmann::json recurrence; ///< of a type 8
    Registration registration = Registration::None;
    std::vector<std::size_t> attendees; ///< who belongs there and, with registration, is registered
    std::size_t stillPending = 0; ///< how many of them the host has not approved yet
    bool waitingRoom = false;
    bool live = false; ///< going on since its start
};

/// What is on around the given moment, most important first: the list may be cut anywhere. The first
/// is live, the second begins in about five minutes, more follow later the same day; then the series of
/// each course through the whole term, odd cases (no tag, a tag in the agenda, a course nobody knows,
/// the longest topic), and single lessons before and after, as many as the size asks for.
[[nodiscard]] std::vector<PlannedMeeting> planMeetings(const School &school, const Size &size, Moment now);

} // namespace lectern::sandbox::school
