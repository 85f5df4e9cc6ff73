// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>

namespace lectern {

/// Translates the program into the best of its languages for `locale` (English, French or Spanish; English
/// where there is none), and Qt's own buttons and dialogs with it. Call it after the application object
/// is made and before the first text is shown. The translators belong to `owner` and end with it.
void installTranslations(const QLocale &locale, QObject &owner);

} // namespace lectern
