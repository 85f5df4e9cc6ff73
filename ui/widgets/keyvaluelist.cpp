// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyvaluelist.h"

#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QGridLayout>

namespace lectern::ui {

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::xl);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const QList<Row> &rows)
{
    clear();
    for (const Row &row : rows)
        addRow(row);
}

void KeyValueList::addRow(const Row &row)
{
    auto *value = new Label(row.value);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setWordWrap(true);
    value->setAccessibleName(row.name);
    value->setAccessibleDescription(row.value);
    place(row.name, value, {});
}

void KeyValueList::addControl(const QString &name, QWidget *control)
{
    // Without an alignment, a control that does not grow would keep the whole column as narrow as itself.
    place(name, control, Qt::AlignLeft | Qt::AlignVCenter);
    QLayoutItem *label = m_grid->itemAtPosition(m_rows - 1, 0);
    label->setAlignment(Qt::AlignVCenter); // the control may be higher than a line
}

void KeyValueList::place(const QString &name, QWidget *value, Qt::Alignment alignment)
{
    auto *label = new Label(name, TextRole::Body, Tone::Dim);
    label->setBuddy(value);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_rows, 1, alignment);
    ++m_rows;
}

void KeyValueList::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

} // namespace lectern::ui
