// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowtablemodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using lectern::models::RowTableModel;

namespace {

struct Note
{
    int key = 0;
    int words = 0;

    friend bool operator==(const Note &, const Note &) = default;
};

class NoteModel : public RowTableModel<Note>
{
public:
    using RowTableModel::setRows;

    [[nodiscard]] QList<Note> notes() const
    {
        QList<Note> result;
        for (int line = 0; line < rowCount(); ++line)
            result.append(rowAt(line));
        return result;
    }

protected:
    [[nodiscard]] QString keyOf(const Note &row) const override { return QString::number(row.key); }
    [[nodiscard]] QStringList columnTitles() const override { return {u"Key"_s, u"Words"_s}; }
    [[nodiscard]] QStringList textsOf(const Note &row) const override
    {
        return {QString::number(row.key), QString::number(row.words)};
    }
};

QList<Note> notes(const QList<int> &keys)
{
    QList<Note> result;
    for (const int key : keys)
        result.append({key, 0});
    return result;
}

/// Some of the keys below `range`, in any order, with words that differ from list to list.
QList<Note> randomNotes(QRandomGenerator &random, int range)
{
    QList<Note> result;
    for (int key = 0; key < range; ++key) {
        if (random.bounded(3) > 0)
            result.insert(random.bounded(static_cast<int>(result.size()) + 1), {key, random.bounded(2)});
    }
    return result;
}

} // namespace

class RowDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyListBecomesAnyOther_data();
    void anyListBecomesAnyOther();
    void stepsAreFew_data();
    void stepsAreFew();
    void selectionStaysWithItsRow();
};

void RowDiffTest::anyListBecomesAnyOther_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void RowDiffTest::anyListBecomesAnyOther()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    NoteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 30; ++round) {
        const QList<Note> wanted = randomNotes(random, random.bounded(1, 25));
        QList<std::pair<QPersistentModelIndex, int>> held;
        for (int line = 0; line < model.rowCount(); ++line)
            held.append({model.index(line, 0), model.rowAt(line).key});
        model.setRows(wanted);
        QCOMPARE(model.notes(), wanted);
        for (const auto &[index, key] : held) {
            if (index.isValid())
                QCOMPARE(model.rowAt(index.row()).key, key);
        }
    }
}

void RowDiffTest::stepsAreFew_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<int>("removals");
    QTest::addColumn<int>("insertions");
    QTest::newRow("nothing changed") << QList<int>{1, 2, 3} << QList<int>{1, 2, 3} << 0 << 0;
    QTest::newRow("first page") << QList<int>{} << QList<int>{1, 2, 3} << 0 << 1;
    QTest::newRow("next page") << QList<int>{1, 2} << QList<int>{1, 2, 3, 4} << 0 << 1;
    QTest::newRow("all gone") << QList<int>{1, 2, 3} << QList<int>{} << 1 << 0;
    QTest::newRow("nothing in common") << QList<int>{1, 2} << QList<int>{3, 4} << 1 << 1;
    QTest::newRow("one in the middle") << QList<int>{1, 3} << QList<int>{1, 2, 3} << 0 << 1;
    QTest::newRow("first becomes last") << QList<int>{1, 2, 3, 4} << QList<int>{2, 3, 4, 1} << 1 << 1;
    QTest::newRow("last becomes first") << QList<int>{1, 2, 3, 4} << QList<int>{4, 1, 2, 3} << 1 << 1;
    QTest::newRow("two runs") << QList<int>{1, 2, 3, 4, 5} << QList<int>{1, 3, 5} << 2 << 0;
}

void RowDiffTest::stepsAreFew()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    NoteModel model;
    model.setRows(notes(before));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows(notes(after));
    QTEST(static_cast<int>(removed.size()), "removals");
    QTEST(static_cast<int>(inserted.size()), "insertions");
    QCOMPARE(changed.size(), 0);
}

void RowDiffTest::selectionStaysWithItsRow()
{
    NoteModel model;
    model.setRows(notes({1, 2, 3}));
    const QPersistentModelIndex two = model.index(1, 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({{7, 0}, {2, 1}, {3, 0}});
    QCOMPARE(two.row(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
}

QTEST_MAIN(RowDiffTest)
#include "tst_rowdiff.moc"
