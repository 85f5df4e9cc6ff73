// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace lectern::models {

/// The steps that turn one list of keyed rows into another, as a model announces them: removals and
/// insertions of runs, and changes in place. Views keep selection, scroll position and animation, which a
/// reset would lose.
template <typename Row>
class RowDiff
{
public:
    /// Called around each step, in order; positions are valid at the moment of the call.
    struct Steps
    {
        std::function<void(qsizetype first, qsizetype last)> beginRemove;
        std::function<void()> endRemove;
        std::function<void(qsizetype first, qsizetype last)> beginInsert;
        std::function<void()> endInsert;
        std::function<void(qsizetype row)> changed;
    };

    /// Turns `rows` into `wanted`. `keyOf` gives each row its identity, which must be unique within a list; a
    /// row that moved is removed and inserted again.
    template <typename KeyOf>
    static void apply(QList<Row> &rows, const QList<Row> &wanted, const KeyOf &keyOf, const Steps &steps)
    {
        removeStale(rows, stayingInOrder(rows, wanted, keyOf), keyOf, steps);
        for (qsizetype i = 0; i < wanted.size();) {
            if (i < rows.size() && keyOf(rows.at(i)) == keyOf(wanted.at(i))) {
                if (!(rows.at(i) == wanted.at(i))) {
                    rows[i] = wanted.at(i);
                    steps.changed(i);
                }
                ++i;
                continue;
            }
            i = insertRun(rows, wanted, i, keyOf, steps);
        }
    }

private:
    /// The keys that keep their relative order: a longest increasing subsequence of the old rows' new
    /// positions.
    template <typename KeyOf>
    static auto stayingInOrder(const QList<Row> &rows, const QList<Row> &wanted, const KeyOf &keyOf)
    {
        using Key = std::decay_t<decltype(keyOf(rows.front()))>;
        QHash<Key, qsizetype> position;
        position.reserve(wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            position.insert(keyOf(wanted.at(i)), i);

        QList<qsizetype> tails; // tails[n]: the old row that ends the best run of length n + 1
        QList<qsizetype> previous(rows.size(), -1);
        QList<qsizetype> newPositions(rows.size()); // each key is made once, however often it is compared
        std::transform(rows.begin(), rows.end(), newPositions.begin(),
            [&](const Row &row) { return position.value(keyOf(row), -1); });
        const auto newPosition = [&](qsizetype row) { return newPositions.at(row); };
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const qsizetype place = newPosition(row);
            if (place < 0)
                continue;
            const auto tail = std::lower_bound(tails.begin(), tails.end(), place,
                [&](qsizetype candidate, qsizetype value) { return newPosition(candidate) < value; });
            if (tail != tails.begin())
                previous[row] = *std::prev(tail);
            if (tail == tails.end())
                tails.append(row);
            else
                *tail = row;
        }

        QSet<Key> staying;
        for (qsizetype row = tails.isEmpty() ? -1 : tails.last(); row >= 0; row = previous.at(row))
            staying.insert(keyOf(rows.at(row)));
        return staying;
    }

    template <typename Keys, typename KeyOf>
    static void removeStale(QList<Row> &rows, const Keys &staying, const KeyOf &keyOf, const Steps &steps)
    {
        for (qsizetype last = rows.size() - 1; last >= 0;) {
            if (staying.contains(keyOf(rows.at(last)))) {
                --last;
                continue;
            }
            qsizetype first = last;
            while (first > 0 && !staying.contains(keyOf(rows.at(first - 1))))
                --first;
            steps.beginRemove(first, last);
            rows.remove(first, last - first + 1);
            steps.endRemove();
            last = first - 1;
        }
    }

    /// Inserts wanted[at…] up to the next row that is already there; gives the position behind them.
    template <typename KeyOf>
    static qsizetype insertRun(
        QList<Row> &rows, const QList<Row> &wanted, qsizetype at, const KeyOf &keyOf, const Steps &steps)
    {
        qsizetype end = at + 1;
        while (end < wanted.size() && (at >= rows.size() || !(keyOf(rows.at(at)) == keyOf(wanted.at(end)))))
            ++end;
        steps.beginInsert(at, end - 1);
        rows.insert(at, end - at, Row());
        std::copy(wanted.begin() + at, wanted.begin() + end, rows.begin() + at);
        steps.endInsert();
        return end;
    }
};

} // namespace lectern::models
