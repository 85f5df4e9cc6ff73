// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>
#include <QString>

class QPainter;

namespace lectern::ui {

/// What a chip says at a glance; its words say it first.
enum class ChipKind { Neutral, Accent, Live, Next, Warning, Success };

/// A state in words, as a row shows it.
struct ChipText
{
    ChipKind kind = ChipKind::Neutral;
    QString text;
};

/// base is the font of the surroundings; the chip takes its own small one from it.
QSizeF chipSize(const QString &text, ChipKind kind, const QFont &base);
void paintChip(
    QPainter *painter, const QRectF &rect, const ChipText &chip, const QFont &base, const QPalette &palette);

} // namespace lectern::ui
