// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "galleryscenes.h"

namespace lectern::test {

QWidget *scheduleDialog(Words words);
QWidget *controlsPage(Words words);
QWidget *menu(Words words);
QWidget *viewsPage(Words words);

} // namespace lectern::test
