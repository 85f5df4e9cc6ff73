// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roster/rosterfaults.h"

#include <QHash>

namespace lectern::roster {

/// Tells faults when manifest.csv does not promise OneRoster 1.1 with all the files that are read, in bulk.
void checkManifest(const QHash<QString, QByteArray> &files, RosterFaults &faults);

} // namespace lectern::roster
