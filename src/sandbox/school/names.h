// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/dice.h"

#include <string>
#include <string_view>

namespace lectern::sandbox::school {

struct Name
{
    std::string given;
    std::string family;

    /// Given and family name, as people write them.
    [[nodiscard]] std::string full() const { return given + " " + family; }
};

/// A name as it could stand on the list of a European school: given and family name of one origin.
[[nodiscard]] Name anyName(Dice &dice);

/// The part of the name's e-mail address before the @: `a.benali` for Aïcha Benali. ASCII, lower case,
/// without marks, spaces and apostrophes.
[[nodiscard]] std::string mailbox(const Name &name);

/// Latin letters without their marks ("Castaño" to "Castano"); what is not Latin is left out.
[[nodiscard]] std::string withoutMarks(std::string_view text);

} // namespace lectern::sandbox::school
