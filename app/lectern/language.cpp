// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

namespace lectern::app {

QLocale localeFor(const QString &language, const QLocale &system)
{
    const QLocale wanted(language);
    if (language.isEmpty() || wanted.language() == system.language())
        return system;
    // Lectern's English is British; Qt's "en" counts the hours to twelve and puts the month first.
    const bool isEnglish = wanted.language() == QLocale::English;
    return isEnglish ? QLocale(QLocale::English, QLocale::UnitedKingdom) : wanted;
}

} // namespace lectern::app
