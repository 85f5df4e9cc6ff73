// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roster/rosterfaults.h"

#include <QHash>
#include <QStringList>

namespace lectern::roster {

/// The largest file that is read, and the most rows of one.
inline constexpr qint64 maxFileSize = qint64{64} * 1024 * 1024;
inline constexpr qsizetype maxRows = 500'000;

struct RosterRow
{
    int line = 0;
    QStringList values;
};

/// One CSV file with a heading, its values found by the names of their columns, which may come in any order.
class RosterFile
{
public:
    /// What could be read; faults are told to `faults`.
    static RosterFile read(const QString &name, const QByteArray &bytes, const QStringList &requiredColumns,
        RosterFaults &faults);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<RosterRow> &rows() const { return m_rows; }
    /// Trimmed; empty where the file has no such column.
    [[nodiscard]] QString value(const RosterRow &row, const QString &column) const;
    /// False for the rows that the exporting system marked `tobedeleted`.
    [[nodiscard]] bool isCurrent(const RosterRow &row) const;

private:
    explicit RosterFile(QString name)
        : m_name(std::move(name))
    { }

    void readHeading(const RosterRow &heading, const QStringList &required, RosterFaults &faults);
    void readRow(const RosterRow &row, RosterFaults &faults);

    QString m_name;
    QHash<QString, qsizetype> m_columns;
    QList<RosterRow> m_rows;
};

} // namespace lectern::roster
