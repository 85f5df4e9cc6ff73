// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the domain's own types look in Zoom's JSON. For the .cpp files of this folder only.

#include "school/meeting.h"
#include "school/recurrence.h"
#include "zoom/json.h"

#include <span>

namespace lectern::school {

/// By the numbers Zoom uses.
[[nodiscard]] std::span<const zoom::EnumName<MeetingType>> enumNames(MeetingType);

} // namespace lectern::school

namespace lectern::zoom {

void read(const JsonObject &in, school::Recurrence &out);
[[nodiscard]] nlohmann::json toJson(const school::Recurrence &recurrence);

void read(const JsonObject &in, school::Occurrence &out);

void read(const JsonObject &in, school::MeetingSettings &out);
/// Every setting Lectern knows.
[[nodiscard]] nlohmann::json toJson(const school::MeetingSettings &settings);

} // namespace lectern::zoom
