// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefixture.h"

#include "ui/common/csvexport.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using lectern::ui::CsvExport;

class CsvExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreSafe_data();
    void cellsAreSafe();
    void aTableIsWrittenWhole();
    void pagesAreWrittenInOrder();
    void aFailedPageLeavesWhatWasThere();
    void aStoppedExportLeavesNothing();
    void aFolderThatIsNotThereIsTold();

private:
    [[nodiscard]] QByteArray content(const QString &name) const;
    [[nodiscard]] Result<int> saved(
        const QString &name, const CsvExport::Page &page, std::stop_token stop = {});

    test::PageWorld m_world;
};

void CsvExportTest::cellsAreSafe_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("words") << u"Cells"_s << QByteArray("Cells");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << u"Acids, bases"_s << QByteArray("\"Acids, bases\"");
    QTest::newRow("quotes") << u"the \"cell\""_s << QByteArray("\"the \"\"cell\"\"\"");
    QTest::newRow("two lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("accents") << u"Élan vital"_s << QByteArray("Élan vital");
    QTest::newRow("formula") << u"=HYPERLINK(\"x\")"_s << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("behind a space") << u"  =1"_s << QByteArray("'  =1");
    QTest::newRow("behind a tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("full width") << u"＝1"_s << QByteArray("'＝1");
    QTest::newRow("line first") << u"\nx"_s << QByteArray("\"'\nx\"");
    QTest::newRow("dash") << u"–"_s << QByteArray("–");
    QTest::newRow("sum inside") << u"1+1=2"_s << QByteArray("1+1=2");
}

void CsvExportTest::cellsAreSafe()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(CsvExport::line({cell, u"x"_s}), written + ",x\r\n");
}

QByteArray CsvExportTest::content(const QString &name) const
{
    QFile file(m_world.folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

Result<int> CsvExportTest::saved(const QString &name, const CsvExport::Page &page, std::stop_token stop)
{
    std::optional<Result<int>> outcome;
    CsvExport::savePages(m_world.reader,
        {.path = m_world.folder.filePath(name), .titles = {u"A"_s, u"B"_s}, .page = page, .stop = stop}, this,
        [&outcome](const Result<int> &lines) { outcome = lines; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }))
        return failure(ErrorCode::Timeout, u"nothing came"_s);
    return *outcome;
}

void CsvExportTest::aTableIsWrittenWhole()
{
    bool isDone = false;
    CsvExport::save(m_world.folder.filePath(u"table.csv"_s), {{u"A"_s, u"B"_s}, {u"1"_s, u"2"_s}}, this,
        [&isDone](const Result<void> &outcome) { isDone = outcome.has_value(); });
    QTRY_VERIFY(isDone);
    QCOMPARE(content(u"table.csv"_s),
        QByteArray("\xEF\xBB\xBF"
                   "A,B\r\n1,2\r\n"));
}

void CsvExportTest::pagesAreWrittenInOrder()
{
    const auto lines = saved(u"pages.csv"_s, [](store::Database &, int offset) -> Result<QList<QStringList>> {
        QList<QStringList> page;
        for (int line = offset; line < qMin(offset + 2, 5); ++line)
            page.append({QString::number(line), u"x"_s});
        return page;
    });
    QCOMPARE(lines.value(), 5);
    QCOMPARE(content(u"pages.csv"_s),
        QByteArray("\xEF\xBB\xBF"
                   "A,B\r\n0,x\r\n1,x\r\n2,x\r\n3,x\r\n4,x\r\n"));
}

void CsvExportTest::aFailedPageLeavesWhatWasThere()
{
    QFile before(m_world.folder.filePath(u"kept.csv"_s));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("kept") == 4);
    before.close();
    const auto lines = saved(u"kept.csv"_s, [](store::Database &, int offset) -> Result<QList<QStringList>> {
        if (offset > 0)
            return failure(ErrorCode::Storage, u"The disk is gone."_s);
        return QList<QStringList>{{u"1"_s, u"2"_s}};
    });
    QVERIFY(!lines);
    QCOMPARE(lines.error().message, u"The disk is gone."_s);
    QCOMPARE(content(u"kept.csv"_s), QByteArray("kept"));
}

void CsvExportTest::aStoppedExportLeavesNothing()
{
    std::stop_source stop;
    const auto lines = saved(
        u"stopped.csv"_s,
        [&stop](store::Database &, int) -> Result<QList<QStringList>> {
            stop.request_stop();
            return QList<QStringList>{{u"1"_s, u"2"_s}};
        },
        stop.get_token());
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::Cancelled);
    QCOMPARE(content(u"stopped.csv"_s), QByteArray("(none)"));
}

void CsvExportTest::aFolderThatIsNotThereIsTold()
{
    const auto lines = saved(u"no/such/folder.csv"_s,
        [](store::Database &, int) -> Result<QList<QStringList>> { return QList<QStringList>{}; });
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::Storage);
    QVERIFY(!lines.error().message.isEmpty());
}

QTEST_MAIN(CsvExportTest)
#include "tst_csvexport.moc"
