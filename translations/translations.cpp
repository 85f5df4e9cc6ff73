// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function, which must be the global one.
static void registerFiles()
{
    Q_INIT_RESOURCE(translations);
}

namespace lectern {

namespace {

bool install(const QLocale &locale, const QString &catalogue, const QString &folder, QObject &owner)
{
    auto translator = std::make_unique<QTranslator>(&owner);
    if (!translator->load(locale, catalogue, u"_"_s, folder))
        return false;
    QCoreApplication::installTranslator(translator.release());
    return true;
}

} // namespace

void installTranslations(const QLocale &locale, QObject &owner)
{
    registerFiles();
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath), owner);
    // English has a catalogue as well, for its plurals.
    if (!install(locale, u"lectern"_s, u":/i18n"_s, owner))
        install(QLocale(QLocale::English), u"lectern"_s, u":/i18n"_s, owner);
}

} // namespace lectern
