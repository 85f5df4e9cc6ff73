// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/style/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lectern::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, TextRole::Title))
    , m_subtitle(new ElidedLabel(QString(), TextRole::Body, Tone::Dim))
    , m_titleRow(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_titleRow->setSpacing(space::s);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch(1);
    m_actions->setSpacing(space::m);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(m_titleRow);
    words->addWidget(m_subtitle);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::l);
    whole->addLayout(words, 1);
    whole->addLayout(m_actions);
    setTitle(title);
    setSubtitle(QString());
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHeader::addChip(Chip *chip)
{
    m_titleRow->insertWidget(m_titleRow->count() - 1, chip, 0, Qt::AlignVCenter);
}

void PageHeader::addAction(QAbstractButton *button)
{
    m_actions->addWidget(button, 0, Qt::AlignVCenter);
}

} // namespace lectern::ui
