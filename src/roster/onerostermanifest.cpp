// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/onerostermanifest.h"

#include "roster/oneroster.h"
#include "roster/rosterfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::roster {

namespace {

struct ManifestText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::OneRoster)
};

constexpr auto manifestName = "manifest.csv"_L1;

/// "users" for "users.csv".
QString propertyOf(const QString &file)
{
    return u"file."_s + file.chopped(4);
}

void checkMode(const QString &file, const QString &mode, RosterFaults &faults)
{
    if (mode.compare(u"delta", Qt::CaseInsensitive) == 0) {
        faults.add(manifestName, 0, {},
            ManifestText::tr("%1 holds only changes. Export the roster in full (bulk).").arg(file));
    } else if (mode.compare(u"bulk", Qt::CaseInsensitive) != 0) {
        faults.add(manifestName, 0, {},
            ManifestText::tr("It does not announce %1. Export the roster with this file.").arg(file));
    }
}

} // namespace

void checkManifest(const QHash<QString, QByteArray> &files, RosterFaults &faults)
{
    for (const QString &name : oneRosterFileNames())
        if (!files.contains(name))
            faults.add(name, 0, {}, ManifestText::tr("This file is missing."));
    if (!files.contains(manifestName))
        return;
    const RosterFile manifest =
        RosterFile::read(manifestName, files.value(manifestName), {u"propertyName"_s, u"value"_s}, faults);
    QHash<QString, QString> properties;
    for (const RosterRow &row : manifest.rows())
        properties.insert(manifest.value(row, u"propertyName"_s), manifest.value(row, u"value"_s));
    const QString version = properties.value(u"oneroster.version"_s);
    if (version != u"1.1") {
        faults.add(manifestName, 0, {},
            ManifestText::tr("This is OneRoster “%1”. Export the roster as OneRoster 1.1 CSV.").arg(version));
    }
    for (const QString &name : oneRosterFileNames())
        if (name != manifestName)
            checkMode(name, properties.value(propertyOf(name)), faults);
}

} // namespace lectern::roster
