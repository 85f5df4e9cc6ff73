// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/collapsiblesection.h"

#include "ui/style/tokens.h"
#include "ui/widgets/disclosurebutton.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lectern::ui {

CollapsibleSection::CollapsibleSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_button(new DisclosureButton(title))
    , m_summary(new Label(QString(), TextRole::Body, Tone::Dim))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_button);
    head->addWidget(m_summary, 1);
    m_column->addLayout(head);
    connect(m_button, &DisclosureButton::toggled, this, &CollapsibleSection::onToggled);
}

void CollapsibleSection::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    m_column->addWidget(content);
    content->setVisible(isExpanded());
}

void CollapsibleSection::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_button->setAccessibleDescription(summary);
}

bool CollapsibleSection::isExpanded() const
{
    return m_button->isChecked();
}

void CollapsibleSection::setExpanded(bool expanded)
{
    m_button->setChecked(expanded);
}

void CollapsibleSection::onToggled(bool expanded)
{
    if (m_content)
        m_content->setVisible(expanded);
    Q_EMIT toggled(expanded);
}

} // namespace lectern::ui
