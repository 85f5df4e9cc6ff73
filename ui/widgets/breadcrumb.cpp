// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/breadcrumb.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/linklabel.h"

#include <QHBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Where you are"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
}

void Breadcrumb::setTrail(const QStringList &trail)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const int last = static_cast<int>(trail.size()) - 1;
    for (int position = 0; position < last; ++position)
        addLink(trail[position], position);
    if (last >= 0)
        m_row->addWidget(new ElidedLabel(trail[last], TextRole::Small, Tone::Dim));
    m_row->addStretch(1);
}

void Breadcrumb::addLink(const QString &text, int position)
{
    auto *link = new LinkLabel(text);
    link->setFont(fontFor(TextRole::Small, font()));
    connect(link, &LinkLabel::clicked, this, [this, position] { Q_EMIT crumbActivated(position); });
    m_row->addWidget(link);
    m_row->addSpacing(2);
    m_row->addWidget(new Label(u"›"_s, TextRole::Small, Tone::Dim));
    m_row->addSpacing(3);
}

} // namespace lectern::ui
