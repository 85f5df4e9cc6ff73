// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linklabel.h"

#include "ui/style/buttonrole.h"

#include <QKeyEvent>

namespace lectern::ui {

LinkLabel::LinkLabel(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setButtonRole(this, ButtonRole::Link);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace lectern::ui
