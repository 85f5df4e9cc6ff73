// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/appearance.h"

#include "ui/style/colorscheme.h"
#include "ui/style/lecternstyle.h"

#include <QApplication>

namespace lectern::ui {

namespace {

void applyPalettes(Scheme scheme)
{
    QApplication::setPalette(paletteFor(scheme));
    QApplication::setPalette(itemViewPalette(scheme), "QAbstractItemView");
    QApplication::setPalette(paletteFor(scheme), "QTipLabel");
    // A calendar writes its month and year in the selection's colour; its head is an ordinary surface here.
    QPalette calendar = paletteFor(scheme);
    calendar.setColor(QPalette::HighlightedText, colours(scheme).text);
    QApplication::setPalette(calendar, "QToolButton");
    QPalette dialogs = paletteFor(scheme);
    dialogs.setColor(QPalette::Window, colours(scheme).surface);
    QApplication::setPalette(dialogs, "QDialog");
}

} // namespace

Appearance::Appearance(QApplication &application, ColorScheme &scheme, QObject *parent)
    : QObject(parent)
{
    applyAppearance(application, scheme.scheme());
    connect(&scheme, &ColorScheme::changed, this, &applyPalettes);
}

void applyAppearance(QApplication &application, Scheme scheme)
{
    if (!qobject_cast<LecternStyle *>(application.style()))
        QApplication::setStyle(new LecternStyle);
    applyPalettes(scheme);
}

} // namespace lectern::ui
