// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/news.h"
#include "models/rowdiff.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace lectern::models {

/// A table of rows of one type, kept in memory and changed by difference. A row's texts are made when they
/// are first looked at and then kept, so that data() reads memory only and rows nobody looks at cost nothing.
///
/// A long table may have holes: rows whose place is known before they are. They show nothing, and isWanted()
/// is called when somebody looks at one.
///
/// Subclasses tell what identifies a row, its columns' titles and its texts. GUI thread only.
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
        switch (role) {
        case Qt::DisplayRole:
            return textsAt(index.row()).value(index.column());
        case Qt::AccessibleTextRole:
            return index.column() == 0 ? textsAt(index.row()).join(QStringLiteral(", "))
                                       : textsAt(index.row()).value(index.column());
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

    /// The row itself, for delegates and pages; null in a hole, or when the index is not of this model.
    [[nodiscard]] const Row *row(const QModelIndex &index) const
    {
        if (index.model() != this || index.row() >= m_lines.size())
            return nullptr;
        const Slot &slot = m_lines.at(index.row());
        if (!slot.line)
            isWanted(index.row());
        return slot.line ? &slot.line->row : nullptr;
    }

    /// The row where it is here already; whoever only counts or measures wants no hole filled.
    [[nodiscard]] const Row *known(int row) const
    {
        const bool isHere = row >= 0 && row < m_lines.size() && m_lines.at(row).line;
        return isHere ? &m_lines.at(row).line->row : nullptr;
    }

    /// As row(); an empty row in a hole.
    [[nodiscard]] const Row &rowAt(qsizetype row) const
    {
        static const Row nothing{};
        const Row *found = this->row(index(static_cast<int>(row), 0));
        return found ? *found : nothing;
    }

protected:
    /// What makes two rows the same thing at different moments.
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;
    [[nodiscard]] virtual QStringList columnTitles() const = 0;
    /// One text a column; called once for each row that is looked at.
    [[nodiscard]] virtual QStringList textsOf(const Row &row) const = 0;
    [[nodiscard]] virtual Qt::Alignment alignment(int) const { return Qt::AlignLeft; }

    /// Somebody looks at a hole.
    virtual void isWanted(int) const { }

    /// Replaces all rows by difference: what stays keeps its place, its selection and its animation.
    void setRows(const QList<Row> &rows, Arrival arrival = Arrival::Quiet)
    {
        const QList<Slot> wanted = slotsOf(rows);
        if (hasHoles()) {
            replaceAll(wanted, arrival);
            return;
        }
        // What comes into an empty table comes for the first time.
        const bool isNews = arrival == Arrival::News && !m_lines.isEmpty();
        QList<QPair<qsizetype, qsizetype>> arrived;
        const auto changed = [&](qsizetype line) { announce(line, line, isNews); };
        RowDiff<Slot>::apply(m_lines, wanted, [this](const Slot &slot) { return keyOf(slot.line->row); },
            {.beginRemove =
                    [this](qsizetype first, qsizetype last) {
                        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
                    },
                .endRemove = [this] { endRemoveRows(); },
                .beginInsert =
                    [&](qsizetype first, qsizetype last) {
                        arrived.append({first, last});
                        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
                    },
                .endInsert =
                    [&] {
                        endInsertRows();
                        if (isNews)
                            announce(arrived.last().first, arrived.last().second, isNews);
                    },
                .changed = changed});
    }

    /// Replaces a table of `count` rows of which only some are known: runs of them, by the place of their
    /// first.
    void setWindow(int count, const QMap<int, QList<Row>> &runs, Arrival arrival)
    {
        QList<Slot> wanted(count);
        for (auto run = runs.begin(); run != runs.end(); ++run) {
            const QList<Slot> here = slotsOf(run.value());
            for (qsizetype i = 0; i < here.size() && run.key() + i < count; ++i)
                wanted[run.key() + i] = here.at(i);
        }
        replaceAll(wanted, arrival);
    }

    /// Fills holes with what they were waiting for.
    void fill(int first, const QList<Row> &rows)
    {
        const qsizetype end = std::min(m_lines.size(), first + rows.size());
        for (qsizetype line = first; line < end; ++line)
            m_lines[line] = slotOf(rows.at(line - first));
        if (end > first)
            announce(first, end - 1, false);
    }

    [[nodiscard]] bool hasHoles() const
    {
        return std::ranges::any_of(m_lines, [](const Slot &slot) { return !slot.line; });
    }

    /// After the language, the time zone or the day changed: makes all texts again.
    void retranslate()
    {
        for (Slot &slot : m_lines) {
            if (slot.line)
                slot.line->texts.clear();
        }
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

private:
    struct Line
    {
        Row row;
        QStringList texts; ///< empty until they are looked at
    };
    struct Slot
    {
        std::shared_ptr<Line> line; ///< null: a hole

        friend bool operator==(const Slot &a, const Slot &b)
        {
            return a.line == b.line || (a.line && b.line && a.line->row == b.line->row);
        }
    };

    [[nodiscard]] static Slot slotOf(const Row &row)
    {
        return {std::make_shared<Line>(Line{.row = row, .texts = {}})};
    }

    [[nodiscard]] QList<Slot> slotsOf(const QList<Row> &rows) const
    {
        QList<Slot> result;
        result.reserve(rows.size());
        for (const Row &row : rows)
            result.append(slotOf(row));
        return result;
    }

    [[nodiscard]] QStringList textsAt(int row) const
    {
        const std::shared_ptr<Line> line = m_lines.at(row).line;
        if (!line) {
            isWanted(row);
            return {};
        }
        if (line->texts.isEmpty())
            line->texts = textsOf(line->row);
        return line->texts;
    }

    void announce(qsizetype first, qsizetype last, bool isNews)
    {
        QList<int> roles;
        if (isNews)
            roles = {Qt::DisplayRole, Qt::AccessibleTextRole, NewsRole};
        Q_EMIT dataChanged(
            index(static_cast<int>(first), 0), index(static_cast<int>(last), columnCount() - 1), roles);
    }

    void resizeTo(qsizetype count)
    {
        const qsizetype before = m_lines.size();
        if (count > before) {
            beginInsertRows({}, static_cast<int>(before), static_cast<int>(count) - 1);
            m_lines.resize(count);
            endInsertRows();
        } else if (count < before) {
            beginRemoveRows({}, static_cast<int>(count), static_cast<int>(before) - 1);
            m_lines.resize(count);
            endRemoveRows();
        }
    }

    /// By place, since what lies in holes cannot be compared; a chosen row is followed where it is known.
    void replaceAll(const QList<Slot> &wanted, Arrival arrival)
    {
        resizeTo(wanted.size());
        Q_EMIT layoutAboutToBeChanged();
        const QList<Slot> before = std::exchange(m_lines, wanted);
        const QHash<QString, int> places = placesOf(m_lines);
        moveChosen(before, places);
        Q_EMIT layoutChanged();
        if (arrival == Arrival::News)
            announceChanges(before);
    }

    [[nodiscard]] QHash<QString, int> placesOf(const QList<Slot> &lines) const
    {
        QHash<QString, int> places;
        for (int line = 0; line < lines.size(); ++line) {
            if (lines.at(line).line)
                places.insert(keyOf(lines.at(line).line->row), line);
        }
        return places;
    }

    void moveChosen(const QList<Slot> &before, const QHash<QString, int> &places)
    {
        for (const QModelIndex &chosen : persistentIndexList()) {
            const std::shared_ptr<Line> line = before.at(chosen.row()).line;
            const int place = line ? places.value(keyOf(line->row), -1) : -1;
            changePersistentIndex(chosen, place < 0 ? QModelIndex() : index(place, chosen.column()));
        }
    }

    void announceChanges(const QList<Slot> &before)
    {
        const QHash<QString, int> earlierPlaces = placesOf(before);
        for (int line = 0; line < m_lines.size(); ++line) {
            const Slot &slot = m_lines.at(line);
            const int earlier = slot.line ? earlierPlaces.value(keyOf(slot.line->row), -1) : -1;
            if (earlier >= 0 && !(before.at(earlier) == slot))
                announce(line, line, true);
        }
    }

    QList<Slot> m_lines;
};

} // namespace lectern::models
