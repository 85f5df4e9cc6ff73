// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/moment.h"
#include "relay/school/audience.h"
#include "relay/school/directory.h"
#include "relay/school/fact.h"

#include <expected>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lectern::relay {

/// The facts of a document of PUT /school: lists "people", "courses", "hosts" and "meetings", each of which
/// may be absent; ordered by their keys, each key once. What it has besides is left out. A course's
/// "enrolments" say who is in which session or group, of all who are not in the whole course; without that
/// list nobody knows. The error names the place that is wrong, in words for an administrator.
[[nodiscard]] std::expected<Facts, std::string> factsOfSchool(const nlohmann::json &document);

/// Makes a directory say what a document says and nothing else, in steps, so that others can be served
/// between two of them. A meeting that is not wanted any more counts as deleted at the moment given, and is
/// forgotten by a later document once that is two months ago: those whom it concerned may still have to read
/// its last events.
class Replacement
{
public:
    /// \a wanted: as factsOfSchool() gives them. \a known as it is now; what is learnt between the steps
    /// stays.
    Replacement(Facts wanted, const Directory &known, Moment now);

    [[nodiscard]] bool isDone() const { return m_before.empty() && m_next == m_wanted.size(); }
    /// What must change of the next things, \a most at a time. To be applied to \a known before the next
    /// step.
    [[nodiscard]] Facts next(const Directory &known, std::size_t most);

private:
    void remove(FactKey key, const Directory &known, Facts &changes) const;

    std::vector<FactKey> m_before; ///< looked at from the end
    Facts m_wanted;
    std::size_t m_next = 0; ///< of the wanted, once nothing of before is left to look at
    Moment m_now;
};

/// What the listener may know of the school, in the shape of PUT /school: an administrator all of it; a
/// teacher the courses they teach and their meetings, with people; a learner themselves, their courses with
/// who teaches them, and their meetings with the one join link that is theirs. A meeting that is on has
/// "started_at" besides, which the relay knows from Zoom.
[[nodiscard]] nlohmann::json schoolFor(const Listener &listener, const Directory &school);

} // namespace lectern::relay
