// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/csvexportbutton.h"

#include "ui/common/notices.h"
#include "ui/common/prompts.h"

namespace lectern::ui {

CsvExportButton::CsvExportButton(const Services &services, MakeTable makeTable, QWidget *parent)
    : QPushButton(tr("Export…"), parent)
    , m_services(services)
    , m_makeTable(std::move(makeTable))
{
    setObjectName(QStringLiteral("export"));
    setToolTip(tr("Save the whole list as a file for spreadsheets (CSV)"));
    connect(this, &QPushButton::clicked, this, &CsvExportButton::ask);
}

CsvExportButton::~CsvExportButton()
{
    m_stop.request_stop();
}

void CsvExportButton::ask()
{
    const Table table = m_makeTable();
    m_services.prompts.chooseFileToSave(this, table.title, table.fileName, tr("Tables (*.csv)"),
        [this, table](const QString &path) { write(path, table); });
}

void CsvExportButton::write(const QString &path, const Table &table)
{
    setEnabled(false);
    setText(tr("Exporting…"));
    const CsvExport::Job job{
        .path = path, .titles = table.columns, .page = table.page, .stop = m_stop.get_token()};
    CsvExport::savePages(
        m_services.reader, job, this, [this, path](const Result<int> &lines) { onWritten(lines, path); });
}

void CsvExportButton::onWritten(const Result<int> &lines, const QString &path)
{
    setEnabled(true);
    setText(tr("Export…"));
    if (lines)
        Q_EMIT saved(*lines, path);
    else
        m_services.notices.fail(lines.error());
}

} // namespace lectern::ui
