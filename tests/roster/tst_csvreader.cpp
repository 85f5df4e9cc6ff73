// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/csvreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lectern::roster;

using Rows = QList<QList<QByteArray>>;

Q_DECLARE_METATYPE(Rows)

namespace {

/// All rows; nothing when the text is refused.
std::optional<Rows> readAll(const QByteArray &text)
{
    CsvReader reader(text);
    Rows rows;
    for (;;) {
        const auto row = reader.next();
        if (!row)
            return std::nullopt;
        if (!*row)
            return rows;
        rows.append((*row)->values);
    }
}

QByteArray written(const Rows &rows, QByteArrayView lineEnd, QRandomGenerator &random)
{
    QByteArray text;
    for (const QList<QByteArray> &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QByteArray value = row.at(i);
            const bool needsQuotes = value.contains(',') || value.contains('"') || value.contains('\r')
                || value.contains('\n') || (row.size() == 1 && value.isEmpty());
            if (needsQuotes || random.bounded(4) == 0)
                value = '"' + value.replace('"', "\"\"") + '"';
            text += (i > 0 ? "," : "") + value;
        }
        text += lineEnd;
    }
    return text;
}

Rows randomRows(QRandomGenerator &random)
{
    static const QByteArray letters("ab,\"\r\n \xC3\xA9;");
    Rows rows;
    for (int row = random.bounded(6); row >= 0; --row) {
        QList<QByteArray> values;
        for (int column = random.bounded(4); column >= 0; --column) {
            QByteArray value;
            for (int length = random.bounded(8); length > 0; --length)
                value += letters.at(random.bounded(static_cast<int>(letters.size())));
            values.append(value);
        }
        rows.append(values);
    }
    return rows;
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void countsLines();
    void whatIsWrittenIsReadAgain();
    void anyBytesEnd();
};

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");

    QTest::newRow("empty") << QByteArray() << Rows{};
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << Rows{};
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                        "a,b")
                          << Rows{{"a", "b"}};
    QTest::newRow("mark before quotes") << QByteArray("\xEF\xBB\xBF\"a\"") << Rows{{"a"}};
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << Rows{{"a", "b"}, {"c", "d"}};
    QTest::newRow("LF") << QByteArray("a,b\nc,d") << Rows{{"a", "b"}, {"c", "d"}};
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << Rows{{"a", "b"}, {"c", "d"}};
    QTest::newRow("empty values") << QByteArray(",\r\n,,") << Rows{{"", ""}, {"", "", ""}};
    QTest::newRow("blank line") << QByteArray("a\n\nb\n") << Rows{{"a"}, {""}, {"b"}};
    QTest::newRow("spaces stay") << QByteArray(" a , b ") << Rows{{" a ", " b "}};
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\"") << Rows{{"a,b", "c\"d"}};
    QTest::newRow("empty quotes") << QByteArray("\"\",\"\"\n") << Rows{{"", ""}};
    QTest::newRow("only quotes") << QByteArray("\"\"\"\",\"\"\"\"\"\"") << Rows{{"\"", "\"\""}};
    QTest::newRow("line breaks within") << QByteArray("\"a\r\nb\nc\",d\n") << Rows{{"a\r\nb\nc", "d"}};
}

void TestCsvReader::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Rows, rows);

    QCOMPARE(readAll(text), std::optional(rows));
}

void TestCsvReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<qsizetype>("value");

    QTest::newRow("never closed") << QByteArray("a\nb,\"c\nd\n") << 2 << qsizetype{1};
    QTest::newRow("text after quotes") << QByteArray("\"a\"b") << 1 << qsizetype{0};
    QTest::newRow("space after quotes") << QByteArray("x,\"a\" ,b") << 1 << qsizetype{1};
    QTest::newRow("quote within") << QByteArray("a\r\nb\r\nc\"d") << 3 << qsizetype{0};
    QTest::newRow("too many values") << QByteArray(CsvReader::maxValues, ',') << 1
                                     << qsizetype{CsvReader::maxValues};
    QTest::newRow("too long") << QByteArray(CsvReader::maxValueSize + 1, 'x') << 1 << qsizetype{0};
}

void TestCsvReader::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const qsizetype, value);

    CsvReader reader(text);
    auto row = reader.next();
    while (row && *row)
        row = reader.next();
    QVERIFY(!row);
    QCOMPARE(row.error().line, line);
    QCOMPARE(row.error().value, value);
    QVERIFY(!row.error().message.isEmpty());
    const auto after = reader.next();
    QVERIFY(after && !*after);
}

void TestCsvReader::countsLines()
{
    CsvReader reader("a\r\n\"b\r\nb\rb\nb\"\n\nc");
    QList<int> lines;
    for (auto row = reader.next(); row && *row; row = reader.next())
        lines.append((*row)->line);
    QCOMPARE(lines, (QList<int>{1, 2, 6, 7}));
}

void TestCsvReader::whatIsWrittenIsReadAgain()
{
    for (quint32 seed = 0; seed < 2000; ++seed) {
        QRandomGenerator random(seed);
        const Rows rows = randomRows(random);
        for (const char *lineEnd : {"\r\n", "\n", "\r"}) {
            const QByteArray text = written(rows, lineEnd, random);
            QVERIFY2(readAll(text) == std::optional(rows), text.toPercentEncoding().constData());
        }
    }
}

/// Whatever the bytes are, reading ends, and no more comes out than went in.
void TestCsvReader::anyBytesEnd()
{
    static const QByteArray letters("a,\"\r\n\xEF\xBB\xBF\0", 9);
    for (quint32 seed = 0; seed < 5000; ++seed) {
        QRandomGenerator random(seed);
        QByteArray text;
        for (int length = random.bounded(30); length > 0; --length)
            text += letters.at(random.bounded(static_cast<int>(letters.size())));
        qsizetype size = 0;
        for (const QList<QByteArray> &row : readAll(text).value_or(Rows()))
            for (const QByteArray &value : row)
                size += value.size();
        QVERIFY(size <= text.size());
    }
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
