// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linklabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include <chrono>

namespace lectern::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto stay = 7s;
constexpr int aboveBottom = 44;

} // namespace

Toast::Toast(QWidget *window)
    : QFrame(window)
    , m_words(new Label(QString()))
    , m_link(new LinkLabel(QString()))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::l);
    row->addWidget(m_words, 1);
    row->addWidget(m_link);
    m_words->setTextFormat(Qt::PlainText);
    m_timer.setSingleShot(true);
    m_timer.setInterval(stay);
    connect(&m_timer, &QTimer::timeout, this, &Toast::goIfLeftAlone);
    connect(m_link, &LinkLabel::clicked, this, &QWidget::hide);
    connect(m_link, &LinkLabel::clicked, this, &Toast::actionTriggered);
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString &words, const QString &action)
{
    m_words->setText(words);
    m_link->setText(action);
    m_link->setVisible(!action.isEmpty());
    setAccessibleName(words);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    drawBox(&painter, rect(), radius::card, c.surface, c.outline);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_timer.start();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    const int room = window->width() - 2 * space::xl;
    m_words->setWordWrap(m_words->fontMetrics().horizontalAdvance(m_words->text()) > room / 2);
    layout()->activate();
    const int width = qMin(room, m_words->wordWrap() ? room * 2 / 3 : sizeHint().width());
    const int height = m_words->wordWrap() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry((window->width() - width) / 2, window->height() - aboveBottom - height, width, height);
}

void Toast::goIfLeftAlone()
{
    if (m_link->hasFocus())
        m_timer.start();
    else
        hide();
}

} // namespace lectern::ui
