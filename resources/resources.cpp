// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QIcon>
#include <QStringList>

// Q_INIT_RESOURCE declares a function, which must be the global one.
static void registerFiles()
{
    Q_INIT_RESOURCE(lectern);
}

namespace lectern {

void initResources()
{
    registerFiles();
    const auto ourThemes = QStringLiteral(":/icons");
    auto places = QIcon::themeSearchPaths();
    if (!places.contains(ourThemes))
        QIcon::setThemeSearchPaths(places << ourThemes);
    QIcon::setFallbackThemeName(QStringLiteral("lectern"));
    // Qt asks the fallback only where the desktop has a theme at all.
    if (QIcon::themeName().isEmpty())
        QIcon::setThemeName(QStringLiteral("lectern"));
}

} // namespace lectern
