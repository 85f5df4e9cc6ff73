// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace lectern::ui {

namespace {

constexpr int iconSize = 48;
constexpr int widestText = 460;

} // namespace

EmptyState::EmptyState(
    const QIcon &icon, const QString &sentence, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_picture(icon)
    , m_icon(new QLabel)
    , m_sentence(new Label(sentence, TextRole::Headline))
    , m_explanation(new Label(explanation, TextRole::Body, Tone::Dim))
    , m_button(new QPushButton)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(space::s);
    column->addStretch(2);
    for (QLabel *label : {m_icon, static_cast<QLabel *>(m_sentence), static_cast<QLabel *>(m_explanation)}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
        column->addWidget(label);
    }
    column->addSpacing(space::s);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto *middle = new QWidget;
    middle->setLayout(column);
    middle->setMaximumWidth(widestText);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    showIcon();
    setButtonRole(m_button, ButtonRole::Primary);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setWords(sentence, explanation);
    setAction(QString());
}

void EmptyState::setWords(const QString &sentence, const QString &explanation)
{
    m_sentence->setText(sentence);
    m_explanation->setText(explanation);
    setAccessibleName(sentence);
    setAccessibleDescription(explanation);
}

/// Icons are tinted for the scheme in which they are drawn.
void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(m_picture.pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_icon->setVisible(!m_picture.isNull());
}

void EmptyState::setAction(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

} // namespace lectern::ui
