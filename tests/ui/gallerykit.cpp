// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallerykit.h"

#include "ui/style/coursecolor.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPushButton>
#include <QStandardItemModel>

namespace lectern::test {

using namespace lectern::ui;
using namespace Qt::StringLiterals;

Scheme scheme()
{
    return schemeOf(QApplication::palette());
}

RowContent ScriptedRows::content(const QModelIndex &index) const
{
    const QStringList words = index.data(Qt::UserRole).toStringList();
    RowContent row;
    row.time = words.value(0);
    if (!words.value(1).isEmpty())
        row.stripe = courseColor(words.value(1), scheme());
    row.primary = words.value(2);
    row.secondary = words.value(3);
    row.detail = words.value(4);
    row.action = words.value(5);
    return row;
}

RowContent SideRows::content(const QModelIndex &index) const
{
    RowContent row = ScriptedRows::content(index);
    row.shape = RowContent::Shape::TwoLines;
    return row;
}

RowContent CellRows::content(const QModelIndex &index) const
{
    RowContent cell;
    const QString text = index.data().toString();
    if (text.startsWith(u'!'))
        cell.chips << ChipText{ChipKind::Warning, text.mid(1)};
    else if (text.startsWith(u'+'))
        cell.chips << ChipText{ChipKind::Success, text.mid(1)};
    else if (text.startsWith(u'>'))
        cell.action = text.mid(1);
    else if (text.startsWith(u'_')) {
        cell.action = text.mid(1);
        cell.actionRole = ButtonRole::Link;
    } else if (!text.isEmpty())
        cell.chips << ChipText{ChipKind::Neutral, text};
    return cell;
}

QStandardItemModel *rowsModel(const QList<QStringList> &rows, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const QStringList &row : rows) {
        auto *item = new QStandardItem(row.value(2));
        item->setData(row, Qt::UserRole);
        model->appendRow(item);
    }
    return model;
}

QStandardItemModel *tableModel(const QStringList &heads, const QList<QStringList> &rows, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels(heads);
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : row)
            items << new QStandardItem(cell);
        model->appendRow(items);
    }
    return model;
}

QPushButton *button(const QString &text, ButtonRole role, ButtonSize size)
{
    auto *made = new QPushButton(text);
    setButtonRole(made, role);
    setButtonSize(made, size);
    return made;
}

QVBoxLayout *pageColumn(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, 20, space::xl, space::xl);
    column->setSpacing(space::l);
    return column;
}

} // namespace lectern::test
