// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/csvexport.h"
#include "ui/common/services.h"

#include <QPushButton>

namespace lectern::ui {

/// "Export…": asks where to, writes the table there and shows that it is at it. Going away stops the writing.
class CsvExportButton : public QPushButton
{
    Q_OBJECT

public:
    /// What is to be written when the button is pressed.
    struct Table
    {
        QString title; ///< of the dialog: "Export meetings"
        QString fileName; ///< proposed
        QStringList columns;
        CsvExport::Page page;
    };
    using MakeTable = std::function<Table()>;

    CsvExportButton(const Services &services, MakeTable makeTable, QWidget *parent = nullptr);
    ~CsvExportButton() override;

Q_SIGNALS:
    /// So many lines below the titles are in this file now. Failures are told to Notices.
    void saved(int lines, const QString &path);

private:
    void ask();
    void write(const QString &path, const Table &table);
    void onWritten(const Result<int> &lines, const QString &path);

    Services m_services;
    MakeTable m_makeTable;
    std::stop_source m_stop;
};

} // namespace lectern::ui
