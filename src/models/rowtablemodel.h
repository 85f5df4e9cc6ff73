// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowdiff.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern::models {

/// A table of rows of one type, kept in memory and changed by difference. Its texts are made once when a row
/// arrives, so that data() only looks things up.
///
/// Subclasses tell what identifies a row, its columns' titles and its texts; they feed it through setRows()
/// and appendRows(). GUI thread only.
template <typename Row>
class RowTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(columnTitles().size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Line &line = m_lines.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return line.texts.value(index.column());
        case Qt::AccessibleTextRole:
            return index.column() == 0 ? line.texts.join(QStringLiteral(", "))
                                       : line.texts.value(index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(alignment(index.column()) | Qt::AlignVCenter);
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant::fromValue(alignment(section) | Qt::AlignVCenter);
        if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return columnTitles().value(section);
    }

    /// The row itself, for delegates and pages; null when the index is not of this model.
    [[nodiscard]] const Row *row(const QModelIndex &index) const
    {
        return index.model() == this && index.row() < m_lines.size() ? &m_lines.at(index.row()).row : nullptr;
    }

    [[nodiscard]] const Row &rowAt(qsizetype row) const { return m_lines.at(row).row; }

protected:
    /// What makes two rows the same thing at different moments.
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;
    [[nodiscard]] virtual QStringList columnTitles() const = 0;
    /// One text a column; called once for each row that arrives or changes.
    [[nodiscard]] virtual QStringList textsOf(const Row &row) const = 0;
    [[nodiscard]] virtual Qt::Alignment alignment(int) const { return Qt::AlignLeft; }

    void setRows(const QList<Row> &rows)
    {
        const auto changed = [this](qsizetype line) {
            Q_EMIT dataChanged(
                index(static_cast<int>(line), 0), index(static_cast<int>(line), columnCount() - 1));
        };
        RowDiff<Line>::apply(m_lines, linesOf(rows), [this](const Line &line) { return keyOf(line.row); },
            {.beginRemove =
                    [this](qsizetype first, qsizetype last) {
                        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
                    },
                .endRemove = [this] { endRemoveRows(); },
                .beginInsert =
                    [this](qsizetype first, qsizetype last) {
                        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
                    },
                .endInsert = [this] { endInsertRows(); },
                .changed = changed});
    }

    /// After the language, the time zone or the day changed: makes all texts again.
    void retranslate()
    {
        for (Line &line : m_lines)
            line.texts = textsOf(line.row);
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

private:
    struct Line
    {
        Row row;
        QStringList texts;

        friend bool operator==(const Line &a, const Line &b) { return a.texts == b.texts && a.row == b.row; }
    };

    [[nodiscard]] QList<Line> linesOf(const QList<Row> &rows) const
    {
        QList<Line> lines;
        lines.reserve(rows.size());
        for (const Row &row : rows)
            lines.append({row, textsOf(row)});
        return lines;
    }

    QList<Line> m_lines;
};

} // namespace lectern::models
