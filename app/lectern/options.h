// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace lectern::app {

/// What was said on the command line; see lectern(1).
struct Options
{
    enum class Mode {
        School, ///< the person's own profile
        Demo, ///< the demo school, on a sandbox of its own and a throw-away profile
        Tour, ///< the demo, driven through the main job, with a picture a step
    };

    Mode mode = Mode::School;
    QString profileFolder; ///< empty: the standard place
    QString tourFolder; ///< where Tour writes
    QString language; ///< "en", "fr", "es"; empty: the system's
    std::optional<QString> colours; ///< "light" or "dark"; nothing: the person's choice
    QString link; ///< lectern://…, opened with the program; empty: none
    quint32 seed = 1; ///< of the demo school
};

/// Reads the arguments (the first is the program). Handles --help and --version itself, by leaving the
/// process.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);

} // namespace lectern::app
