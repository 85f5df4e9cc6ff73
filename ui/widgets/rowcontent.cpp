// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowcontent.h"

#include <QStringList>

namespace lectern::ui {

using namespace Qt::StringLiterals;

QString spoken(const RowContent &content)
{
    QStringList parts{content.time, content.primary, content.secondary};
    for (const ChipText &chip : content.chips)
        parts << chip.text;
    parts << content.detail;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace lectern::ui
