// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/rosterfile.h"

#include "roster/csvreader.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace lectern::roster {

namespace {

struct FileText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::RosterFile)
};

bool isBlank(const CsvReader::Row &row)
{
    return row.values.size() == 1 && row.values.first().trimmed().isEmpty();
}

/// The row as text; nothing when it is not UTF-8.
std::optional<RosterRow> decoded(const CsvReader::Row &row)
{
    RosterRow text{row.line, {}};
    for (const QByteArray &value : row.values) {
        QStringDecoder utf8(QStringDecoder::Utf8);
        text.values.append(utf8(value));
        if (utf8.hasError())
            return std::nullopt;
    }
    return text;
}

QString columnName(qsizetype value)
{
    return QString::number(value + 1);
}

} // namespace

RosterFile RosterFile::read(
    const QString &name, const QByteArray &bytes, const QStringList &requiredColumns, RosterFaults &faults)
{
    RosterFile file(name);
    if (bytes.size() > maxFileSize) {
        faults.add(name, 0, {}, FileText::tr("This file is too large."));
        return file;
    }
    CsvReader reader(bytes);
    for (;;) {
        const auto row = reader.next();
        if (!row)
            faults.add(name, row.error().line, columnName(row.error().value), row.error().message);
        if (!row || !*row)
            break;
        if (isBlank(**row))
            continue;
        const std::optional<RosterRow> text = decoded(**row);
        if (!text)
            faults.add(name, (*row)->line, {}, FileText::tr("This line is not in the UTF-8 encoding."));
        else if (file.m_columns.isEmpty())
            file.readHeading(*text, requiredColumns, faults);
        else
            file.readRow(*text, faults);
        if (file.m_rows.size() > maxRows) {
            faults.add(name, (*row)->line, {}, FileText::tr("This file has too many lines."));
            break;
        }
    }
    if (file.m_columns.isEmpty() && faults.isEmpty())
        faults.add(name, 0, {}, FileText::tr("This file is empty; its first line should name its columns."));
    return file;
}

void RosterFile::readHeading(const RosterRow &heading, const QStringList &required, RosterFaults &faults)
{
    for (qsizetype i = 0; i < heading.values.size(); ++i)
        m_columns.insert(heading.values.at(i).trimmed().toCaseFolded(), i);
    for (const QString &column : required)
        if (!m_columns.contains(column.toCaseFolded()))
            faults.add(m_name, heading.line, column, FileText::tr("This column is missing."));
}

void RosterFile::readRow(const RosterRow &row, RosterFaults &faults)
{
    if (row.values.size() == m_columns.size()) {
        m_rows.append(row);
        return;
    }
    faults.add(m_name, row.line, {},
        FileText::tr("This line has %1 values, but the heading names %2 columns.")
            .arg(row.values.size())
            .arg(m_columns.size()));
}

QString RosterFile::value(const RosterRow &row, const QString &column) const
{
    const qsizetype index = m_columns.value(column.toCaseFolded(), -1);
    return index < 0 ? QString() : row.values.value(index).trimmed();
}

bool RosterFile::isCurrent(const RosterRow &row) const
{
    return value(row, u"status"_s).compare(u"tobedeleted", Qt::CaseInsensitive) != 0;
}

} // namespace lectern::roster
