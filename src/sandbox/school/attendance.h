// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/dice.h"
#include "sandbox/world.h"

/// Who came to a meeting, when, and what they answered: made up, in the shapes Zoom reports it.
namespace lectern::sandbox::school {

struct Guest
{
    std::string userId; ///< of Zoom; empty for somebody not signed in
    std::string name;
    std::string email;
    std::string registrantId;
};

struct Stretch
{
    Moment from;
    Moment to;
};

/// One row a join, ordered by time: the host through the whole stretch, most guests, some of them twice
/// because the line broke. All have left by its end.
[[nodiscard]] json attendance(
    Random &random, Dice &dice, const Guest &host, const std::vector<Guest> &guests, Stretch stretch);

/// The same for a meeting that is still on: whoever is there at the end of the stretch has not left.
[[nodiscard]] json attendanceSoFar(
    Random &random, Dice &dice, const Guest &host, const std::vector<Guest> &guests, Stretch stretch);

/// The "questions" of past_meetings/{id}/polls for some of the instances, empty for the others.
[[nodiscard]] json pollAnswers(Dice &dice, const Instance &instance);
/// The "questions" of past_meetings/{id}/qa.
[[nodiscard]] json questionsAsked(Dice &dice, const Instance &instance);

} // namespace lectern::sandbox::school
