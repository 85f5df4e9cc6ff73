// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/moment.h"
#include "relay/school/audience.h"
#include "relay/school/directory.h"
#include "relay/school/fact.h"

#include <expected>
#include <nlohmann/json.hpp>
#include <string>

namespace lectern::relay {

/// The facts of a document of PUT /school: lists "people", "courses", "hosts" and "meetings", each of which
/// may be absent. What it has besides is left out. The error names the place that is wrong, in words for an
/// administrator.
[[nodiscard]] std::expected<Facts, std::string> factsOfSchool(const nlohmann::json &document);

/// What must change in \a known so that it says \a wanted and nothing else. A meeting that is not wanted any
/// more counts as deleted at \a now, and is forgotten by a later document once that is two months ago: those
/// whom it concerned may still have to read its last events.
[[nodiscard]] Facts replacement(const Facts &wanted, const Directory &known, Moment now);

/// What the listener may know of the school, in the shape of PUT /school: an administrator all of it; a
/// teacher the courses they teach and their meetings, with people; a learner themselves, their courses with
/// who teaches them, and their meetings with the one join link that is theirs. A meeting that is on has
/// "started_at" besides, which the relay knows from Zoom.
[[nodiscard]] nlohmann::json schoolFor(const Listener &listener, const Directory &school);

} // namespace lectern::relay
