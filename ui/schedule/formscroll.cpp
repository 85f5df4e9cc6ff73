// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/formscroll.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace lectern::ui {

namespace {

constexpr int leastHeight = 200;

} // namespace

FormScroll::FormScroll(QWidget *form, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(form);
    viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    form->installEventFilter(this);
    guardWheels();
}

int FormScroll::wishedHeight() const
{
    const QLayout *layout = widget()->layout();
    const int width = viewport()->width();
    const int height =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
    return qMax(height, widget()->minimumSizeHint().height());
}

QSize FormScroll::sizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget()->sizeHint().width() + bar, leastHeight};
}

void FormScroll::guardWheels()
{
    for (QWidget *field : widget()->findChildren<QWidget *>()) {
        if (!qobject_cast<QComboBox *>(field) && !qobject_cast<QAbstractSpinBox *>(field))
            continue;
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
}

bool FormScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        Q_EMIT wishChanged();
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field != widget() && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace lectern::ui
