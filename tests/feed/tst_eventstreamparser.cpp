// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/eventstreamparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using lectern::feed::EventStreamParser;
using lectern::feed::StreamLimits;
using lectern::feed::StreamMessage;
using Kind = StreamMessage::Kind;
using Messages = QList<StreamMessage>;

Q_DECLARE_METATYPE(Messages)

namespace {

StreamMessage dispatched(const QByteArray &data, const QByteArray &id = {}, const QByteArray &type = {})
{
    return {.type = type, .data = data, .id = id};
}

StreamMessage moved(const QByteArray &id)
{
    return {.kind = Kind::Position, .id = id};
}

StreamMessage tooLarge(const QByteArray &id)
{
    return {.kind = Kind::TooLarge, .id = id};
}

constexpr StreamLimits small{.event = 32, .line = 256};

} // namespace

/// The event stream format, sections "Parsing an event stream" and "Interpreting an event stream" of the
/// HTML standard.
class TestEventStreamParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsEverySplit_data() { reads_data(); }
    void readsEverySplit();
    void readsByteByByte_data() { reads_data(); }
    void readsByteByByte();
    void takesTheRetryTime_data();
    void takesTheRetryTime();
    void holdsNoEndlessLine();
    void holdsNoEndlessEvent();
    void aLargeEventIsWholeAtTheLimit();
};

void TestEventStreamParser::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Messages>("expected");
    const auto row = [](const char *name, const QByteArray &stream, const Messages &expected) {
        QTest::newRow(name) << stream << expected;
    };

    row("one event", "id: 7\ndata: {\"event\":\"a\"}\n\n", {dispatched("{\"event\":\"a\"}", "7")});
    row("carriage returns", "id: 7\rdata: a\r\rdata: b\r\r", {dispatched("a", "7"), dispatched("b", "7")});
    row("both", "id: 7\r\ndata: a\r\n\r\ndata: b\r\n\r\n", {dispatched("a", "7"), dispatched("b", "7")});
    row("mixed ends", "data: a\r\ndata: b\rdata: c\n\r\n", {dispatched("a\nb\nc")});
    row("lines are joined", "data: a\ndata:\ndata: b\n\n", {dispatched("a\n\nb")});
    row("one space is taken off", "data:a\n\ndata:  b\n\n", {dispatched("a"), dispatched(" b")});
    row("no colon is an empty value", "data\n\ndata\ndata\n\n", {dispatched(""), dispatched("\n")});
    row("a comment says nothing", ": heartbeat\n\n:\n\ndata: a\n: in between\ndata: b\n\n",
        {dispatched("a\nb")});
    row("unknown fields", "colour: red\ndata: a\nDATA: b\n\n", {dispatched("a")});
    row("a type", "event: add\ndata: a\n\ndata: b\n\n", {dispatched("a", {}, "add"), dispatched("b")});
    row("a type alone is forgotten", "event: add\n\ndata: a\n\n", {dispatched("a")});
    row("the id stays", "id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n",
        {dispatched("a", "1"), dispatched("b", "1"), dispatched("c", "2")});
    row("an id alone moves the position", "id: 5\n\n: x\n\ndata: a\n\n", {moved("5"), dispatched("a", "5")});
    row("an id is told once", "id: 5\n\nid: 5\n\n", {moved("5")});
    row("an empty id", "id: 5\ndata: a\n\nid\ndata: b\n\n", {dispatched("a", "5"), dispatched("b")});
    row("an id with a null is ignored", QByteArray("id: 5\ndata: a\n\nid: 6\0\ndata: b\n\n", 31),
        {dispatched("a", "5"), dispatched("b", "5")});
    row("an id without its end does not count", "id: 5\n\nid: 6\ndata: a\n", {moved("5")});
    row("the end of the stream is no blank line", "data: a\n\ndata: b\n", {dispatched("a")});
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {dispatched("a")});
    row("only one byte order mark",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\ndata: b\n\n",
        {dispatched("b")});
    row("a byte order mark later is part of the name",
        "data: a\n\n\xEF\xBB\xBF"
        "data: b\n\n",
        {dispatched("a")});
    row("UTF-8", "data: \xE2\x82\xAC\xF0\x9F\x99\x82\n\n", {dispatched("\xE2\x82\xAC\xF0\x9F\x99\x82")});
    row("a colon in the value", "data: a: b\n\n", {dispatched("a: b")});
    row("nothing", "", {});
    row("blank lines", "\n\n\r\r\n\r\n", {});
}

void TestEventStreamParser::reads()
{
    QFETCH(QByteArray, stream);
    QFETCH(Messages, expected);
    EventStreamParser parser;
    QCOMPARE(parser.read(stream), expected);
    QVERIFY(!parser.hasFault());
}

void TestEventStreamParser::readsEverySplit()
{
    QFETCH(QByteArray, stream);
    QFETCH(Messages, expected);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        EventStreamParser parser;
        Messages found = parser.read(QByteArrayView(stream).first(at));
        found += parser.read(QByteArrayView(stream).sliced(at));
        QVERIFY2(found == expected, qPrintable(u"split at %1"_s.arg(at)));
    }
}

void TestEventStreamParser::readsByteByByte()
{
    QFETCH(QByteArray, stream);
    QFETCH(Messages, expected);
    EventStreamParser parser;
    Messages found;
    for (const char byte : stream)
        found += parser.read(QByteArrayView(&byte, 1));
    QCOMPARE(found, expected);
}

void TestEventStreamParser::takesTheRetryTime_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("digits") << QByteArray("retry: 2500") << qint64{2500};
    QTest::newRow("no space") << QByteArray("retry:10") << qint64{10};
    QTest::newRow("a word") << QByteArray("retry: soon") << qint64{-1};
    QTest::newRow("negative") << QByteArray("retry: -5") << qint64{-1};
    QTest::newRow("empty") << QByteArray("retry:") << qint64{-1};
    QTest::newRow("years") << QByteArray("retry: 99999999999999") << qint64{-1};
}

void TestEventStreamParser::takesTheRetryTime()
{
    QFETCH(QByteArray, line);
    QFETCH(qint64, milliseconds);
    EventStreamParser parser;
    const QByteArray stream = line + "\n\n";
    QVERIFY(parser.read(stream).isEmpty());
    const auto retry = parser.retry();
    QCOMPARE(retry ? retry->count() : qint64{-1}, milliseconds);
}

void TestEventStreamParser::holdsNoEndlessLine()
{
    EventStreamParser parser(small);
    QCOMPARE(parser.read("data: a\n\ndata: "), Messages{dispatched("a")});
    QVERIFY(parser.read(QByteArray(200, 'x')).isEmpty());
    QVERIFY(!parser.hasFault());
    QVERIFY(parser.read(QByteArray(100, 'x')).isEmpty());
    QVERIFY(parser.hasFault());
    QVERIFY(parser.read("\n\ndata: b\n\n").isEmpty());
}

void TestEventStreamParser::holdsNoEndlessEvent()
{
    EventStreamParser parser(small);
    const QByteArray stream = "id: 1\ndata: " + QByteArray(150, 'x')
        + "\n\nid: 2\ndata: 0123456789abcdef\n"
          "data: 0123456789abcdef\ndata: y\n\nid: 3\ndata: b\n\n";
    QCOMPARE(parser.read(stream), (Messages{tooLarge("1"), tooLarge("2"), dispatched("b", "3")}));
    QVERIFY(!parser.hasFault());
}

void TestEventStreamParser::aLargeEventIsWholeAtTheLimit()
{
    EventStreamParser parser(small);
    const QByteArray most(32, 'x');
    const QByteArray stream = "data: " + most + "\n\ndata: " + most + "x\n\n";
    QCOMPARE(parser.read(stream), (Messages{dispatched(most), tooLarge({})}));
}

QTEST_APPLESS_MAIN(TestEventStreamParser)
#include "tst_eventstreamparser.moc"
