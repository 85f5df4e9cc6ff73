// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/directory.h"
#include "relay/school/zoomevent.h"

#include <optional>
#include <string>
#include <vector>

namespace lectern::relay {

/// Somebody who listens to the events of one account.
struct Listener
{
    std::string email; ///< folded
    Role role = Role::Learner;
};

/// Which copy of an event somebody gets.
enum class View {
    Whole, ///< all of it but what nobody gets
    Learners, ///< with everything about people cut out
    Own, ///< the learner's whom it is about
};

/// Which copy of \a event the listener may have, as far as the relay knows now whose the meeting is:
/// administrators have every event, teachers those of the meetings they host, own or teach, and what a
/// learner may know of the others; learners those of meetings they are registered to, enrolled in the course
/// of, or everyone's, and of what happens to people only what happens to themselves. Nothing: no copy.
[[nodiscard]] std::optional<View> viewFor(
    const Listener &listener, const ZoomEvent &event, const Directory &school);

/// Whom an event may concern: only these need be asked about with viewFor(), besides all administrators.
struct Concerned
{
    bool everybody = false;
    std::vector<std::string> emails; ///< folded; some may be twice
};
[[nodiscard]] Concerned concernedBy(const ZoomEvent &event, const Directory &school);

} // namespace lectern::relay
