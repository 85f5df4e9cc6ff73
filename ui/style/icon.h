// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace lectern::ui {

/// The icon of an XDG name: the desktop's own, preferably its symbolic one, else ours. Icons of one colour
/// are drawn in the text colour of the scheme of the moment; coloured ones stay as they are.
QIcon themedIcon(const QString &name);

} // namespace lectern::ui
