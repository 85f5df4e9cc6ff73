// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QList>
#include <QString>

namespace lectern::ui {

/// The muted colours courses are told apart by; each keeps 3:1 against both schemes' surfaces.
const QList<QColor> &courseColours(Scheme scheme);

/// The colour of a course: the same for the same code on every desktop and in every run, whatever its case.
QColor courseColor(const QString &code, Scheme scheme);

} // namespace lectern::ui
