// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace lectern::app {

/// How dates, times and numbers are written in the language somebody asked for ("en", "fr", "es"; empty: the
/// system's): as the system does where it speaks that language already, else as where Lectern's own words
/// are from.
[[nodiscard]] QLocale localeFor(const QString &language, const QLocale &system);

} // namespace lectern::app
