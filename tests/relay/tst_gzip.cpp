// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/gzip.h"

#include <QTest>
#include <zlib.h>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

namespace {

/// What any gzip reader makes of \a bytes, and whether the member has ended, its checksum being right.
struct Inflated
{
    QByteArray text;
    bool ended = false;
    bool sound = true;
};

Inflated inflated(const std::string &bytes)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray text(10'000'000, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int outcome = inflate(&stream, Z_SYNC_FLUSH);
    text.truncate(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return {
        .text = text, .ended = outcome == Z_STREAM_END, .sound = outcome == Z_OK || outcome == Z_STREAM_END};
}

} // namespace

class tst_Gzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPieceCanBeReadAtOnce();
    void piecesGoTogetherInAnyOrder();
    void takesAnySize_data();
    void takesAnySize();
};

void tst_Gzip::everyPieceCanBeReadAtOnce()
{
    std::string sent = gzip::header();
    gzip::Checksum checksum;
    QByteArray expected;
    for (int i = 0; i < 20; ++i) {
        const std::string text = "id: " + std::to_string(i) + "\ndata: {\"event\":\"meeting.started\"}\n\n";
        sent += gzip::piece(text);
        checksum.add(text);
        expected += QByteArray::fromStdString(text);
        const Inflated read = inflated(sent);
        QVERIFY(read.sound && !read.ended);
        QCOMPARE(read.text, expected);
    }
    const Inflated whole = inflated(sent + checksum.trailer());
    QVERIFY(whole.ended);
    QCOMPARE(whole.text, expected);
}

void tst_Gzip::piecesGoTogetherInAnyOrder()
{
    const std::string one(5000, 'a');
    const std::string two = "two";
    gzip::Checksum checksum;
    for (const std::string *text : {&two, &one, &one, &two})
        checksum.add(*text);
    const std::string sent = gzip::header() + gzip::piece(two) + gzip::piece(one) + gzip::piece(one)
        + gzip::piece(two) + checksum.trailer();
    const Inflated read = inflated(sent);
    QVERIFY(read.ended);
    QCOMPARE(read.text, QByteArray::fromStdString(two + one + one + two));
}

void tst_Gzip::takesAnySize_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 10, 1000, 65'535, 65'536, 1'000'000, 5'000'000})
        QTest::addRow("%d", size) << size;
}

void tst_Gzip::takesAnySize()
{
    QFETCH(const int, size);
    std::string text(static_cast<std::size_t>(size), '\0');
    unsigned state = 1;
    for (char &c : text) // nothing a compressor could shorten
        c = static_cast<char>((state = state * 1'664'525U + 1'013'904'223U) >> 24U);
    gzip::Checksum checksum;
    checksum.add(text);
    const Inflated read = inflated(gzip::header() + gzip::piece(text) + checksum.trailer());
    QVERIFY(read.ended);
    QCOMPARE(read.text, QByteArray::fromStdString(text));
}

QTEST_GUILESS_MAIN(tst_Gzip)
#include "tst_gzip.moc"
