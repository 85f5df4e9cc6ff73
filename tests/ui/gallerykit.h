// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/rowdelegate.h"

#include <QList>
#include <QStringList>

class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace lectern::test {

ui::Scheme scheme();
QPushButton *button(const QString &text, ui::ButtonRole role, ui::ButtonSize size = ui::ButtonSize::Normal);
QVBoxLayout *pageColumn(QWidget *page);

/// Rows for ScriptedRows and SideRows: time, course code, primary, secondary, detail, action.
QStandardItemModel *rowsModel(const QList<QStringList> &rows, QObject *parent);
QStandardItemModel *tableModel(const QStringList &heads, const QList<QStringList> &rows, QObject *parent);

class ScriptedRows : public ui::RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    ui::RowContent content(const QModelIndex &index) const override;
};

class SideRows : public ScriptedRows
{
public:
    using ScriptedRows::ScriptedRows;
    ui::RowContent content(const QModelIndex &index) const override;
};

/// A cell that is one chip ("!" before a warning, "+" before a success), one button (">") or one link ("_").
class CellRows : public ui::RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    ui::RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::test
