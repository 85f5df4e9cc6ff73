// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/buttonrole.h"
#include "ui/widgets/chippainting.h"

#include <QColor>
#include <QList>
#include <QString>

namespace lectern::ui {

/// What a row (or one cell of a table) shows. Everything is optional; what is empty takes no room.
struct RowContent
{
    enum class Shape {
        OneLine, ///< time, stripe, "primary · secondary", chips, detail, button
        TwoLines ///< stripe, primary over secondary, chips, detail, button
    };

    Shape shape = Shape::OneLine;
    QString time; ///< in tabular figures, in a column of its own
    QColor stripe;
    QString primary;
    QString secondary;
    QList<ChipText> chips;
    QString detail; ///< dim, in a column of its own near the right
    QString action; ///< the words of the row's button
    ButtonRole actionRole = ButtonRole::Quiet;
    bool actionEnabled = true;
};

/// The row in one sentence, for Qt::AccessibleTextRole.
QString spoken(const RowContent &content);

} // namespace lectern::ui
