// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the relay's documents are written. For the .cpp files of this folder only.

#include "school/person.h"
#include "zoom/json.h"

namespace lectern::feed {

[[nodiscard]] const char *roleName(school::Role role);
/// The member "role"; an unknown one is a fault.
void readRole(const zoom::JsonObject &in, school::Role &out);

} // namespace lectern::feed
