// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QObject>

class QApplication;

namespace lectern::ui {

class ColorScheme;

/// Dresses the application: Lectern's style and the palette of the scheme, changed at once when it changes.
class Appearance : public QObject
{
    Q_OBJECT

public:
    Appearance(QApplication &application, ColorScheme &scheme, QObject *parent = nullptr);
};

/// Sets style and palettes once, without following anything: what tests and the tour use.
void applyAppearance(QApplication &application, Scheme scheme);

} // namespace lectern::ui
