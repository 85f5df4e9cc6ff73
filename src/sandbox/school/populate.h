// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school.h"
#include "sandbox/world.h"

namespace lectern::sandbox::school {

/// Fills an empty world with Lakeside: its users, its timetable around the world's present moment, who
/// registered, what took place and was recorded, and the roster files. The same for the same seed of
/// the world, the same options and the same moment.
void fillDemoSchool(World &world, const SchoolOptions &options);

} // namespace lectern::sandbox::school
