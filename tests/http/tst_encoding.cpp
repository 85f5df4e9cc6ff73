// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "http/message.h"

#include <QTest>

using namespace lectern::http;

class tst_Encoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percent_data();
    void percent();
    void base64_data();
    void base64();
    void refusesBadBase64_data();
    void refusesBadBase64();
    void signsAsPublished();
    void comparesWholeTexts();
    void parsesForms();
    void findsHeadersWithoutCase();
};

void tst_Encoding::percent_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("plain") << QByteArray("abc-._~") << QByteArray("abc-._~");
    QTest::newRow("slash and equals") << QByteArray("%2Fa%3D%3D") << QByteArray("/a==");
    QTest::newRow("bytes of UTF-8") << QByteArray("%C3%A9") << QByteArray("\xC3\xA9");
    QTest::newRow("an escape of an escape") << QByteArray("%252F") << QByteArray("%2F");
}

void tst_Encoding::percent()
{
    QFETCH(const QByteArray, encoded);
    QFETCH(const QByteArray, decoded);
    QCOMPARE(QByteArray::fromStdString(percentDecode(encoded.toStdString())), decoded);
    QCOMPARE(QByteArray::fromStdString(percentEncode(decoded.toStdString())), encoded);
    QCOMPARE(percentDecode("100%"), std::string("100%"));
    QCOMPARE(percentDecode("%zz%4"), std::string("%zz%4"));
    QCOMPARE(percentDecode("%41"), std::string("A"));
}

void tst_Encoding::base64_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *text : {"", "f", "fo", "foo", "foob", "\xFF\xFE\xFD"})
        QTest::newRow(text[0] ? text : "empty") << QByteArray(text);
}

/// Qt's own encoder is the judge.
void tst_Encoding::base64()
{
    QFETCH(const QByteArray, bytes);
    const std::string text = bytes.toStdString();
    QCOMPARE(QByteArray::fromStdString(base64Encode(text)), bytes.toBase64());
    const auto url = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QCOMPARE(QByteArray::fromStdString(base64UrlEncode(text)), url);
    QVERIFY(base64Decode(base64Encode(text)) == text);
    QVERIFY(base64UrlDecode(base64UrlEncode(text)) == text);
}

void tst_Encoding::refusesBadBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no padding") << QByteArray("Zg");
    QTest::newRow("another alphabet") << QByteArray("_-==");
    QTest::newRow("all padding") << QByteArray("====");
    QTest::newRow("padding inside") << QByteArray("Zg==Zg==");
}

void tst_Encoding::refusesBadBase64()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!base64Decode(text.toStdString()));
}

void tst_Encoding::signsAsPublished()
{
    // RFC 4231, test case 2.
    QCOMPARE(hexEncode(hmacSha256("Jefe", "what do ya want for nothing?")),
        std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    // FIPS 180-2, appendix B.1.
    QCOMPARE(hexEncode(sha256("abc")),
        std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void tst_Encoding::comparesWholeTexts()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "ab"));
    QVERIFY(equalInConstantTime("", ""));
}

void tst_Encoding::parsesForms()
{
    const auto form = Parameters::parse("a=1&b=x+y%26z&&c&a=2");
    QVERIFY(form.find("a") == "1");
    QVERIFY(form.find("b") == "x y&z");
    QVERIFY(form.find("c") == "");
    QVERIFY(!form.contains("d"));
    QCOMPARE(form.value("c", "other"), std::string("other"));
}

void tst_Encoding::findsHeadersWithoutCase()
{
    Headers headers{{"Content-Type", "a"}};
    headers.set("content-type", "b");
    QCOMPARE(std::distance(headers.begin(), headers.end()), 1);
    QVERIFY(headers.find("CONTENT-TYPE") == "b");
}

QTEST_GUILESS_MAIN(tst_Encoding)
#include "tst_encoding.moc"
