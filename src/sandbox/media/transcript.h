// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/dice.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::sandbox::media {

/// What was recorded: who spoke (the host first, at least one), about what, for how long.
struct Lesson
{
    std::vector<std::string> speakers;
    std::string topic;
    std::chrono::seconds length;
};

/// A WebVTT transcript: numbered cues over the whole length, each beginning "Speaker Name: ".
[[nodiscard]] std::string transcript(const Lesson &lesson, school::Dice &dice);

/// The meeting's chat as Zoom saves it: time since the start, tab, "Name:", tab, text, CRLF.
[[nodiscard]] std::string chat(const Lesson &lesson, school::Dice &dice);

} // namespace lectern::sandbox::media
