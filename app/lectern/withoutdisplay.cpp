// SPDX-License-Identifier: GPL-3.0-or-later
#include "withoutdisplay.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <string_view>

namespace lectern::app {

namespace {

constexpr std::array<std::string_view, 6> wordsOnly{
    "-h", "--help", "--help-all", "-v", "--version", "--tour"};

bool needsNoDisplay(std::string_view argument)
{
    return std::ranges::find(wordsOnly, argument) != wordsOnly.end() || argument.starts_with("--tour=");
}

} // namespace

void goWithoutDisplay(std::span<const char *const> arguments)
{
    const std::array decided{"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"};
    if (std::ranges::none_of(decided, [](const char *name) { return !qEnvironmentVariableIsEmpty(name); })
        && std::ranges::any_of(arguments, needsNoDisplay))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace lectern::app
