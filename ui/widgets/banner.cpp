// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linklabel.h"

#include <QHBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QColor groundOf(Banner::Kind kind, const Colours &c)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return c.warningSoft;
    case Banner::Kind::Error:
        return c.liveSoft;
    case Banner::Kind::Info:
        break;
    }
    return c.accentSoft;
}

Tone toneOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return Tone::Warning;
    case Banner::Kind::Error:
        return Tone::Error;
    case Banner::Kind::Info:
        break;
    }
    return Tone::Normal;
}

} // namespace

Banner::Banner(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_words(new QLabel)
    , m_link(new LinkLabel(QString()))
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 10, space::m, 10);
    row->setSpacing(space::l);
    row->addWidget(m_words, 1);
    row->addWidget(m_link, 0, Qt::AlignVCenter);
    connect(m_link, &LinkLabel::clicked, this, &Banner::actionTriggered);
    setAction(QString());
    applyColours();
}

void Banner::setWords(const QString &lead, const QString &text)
{
    const QString gap = lead.isEmpty() || text.isEmpty() ? QString() : u" "_s;
    m_words->setText(u"<b>"_s + lead.toHtmlEscaped() + u"</b>"_s + gap + text.toHtmlEscaped());
    setAccessibleName(lead + gap + text);
}

void Banner::setAction(const QString &text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    applyColours();
    update();
}

void Banner::applyColours()
{
    setTone(m_words, toneOf(m_kind));
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), radius::control, groundOf(m_kind, colours(palette())), {});
}

} // namespace lectern::ui
