// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;

namespace {

QStringList s_printed;

void remember(QtMsgType, const QMessageLogContext &, const QString &message)
{
    s_printed.append(message);
}

} // namespace

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redacts_data();
    void redacts();
    void leavesTheRestAlone_data();
    void leavesTheRestAlone();
    void everyMessagePasses();
};

void TestLogging::redacts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("join link", u"https://zoom.us/j/123?pwd=SECRET.1&tk=SECRET#x"_s,
        u"https://zoom.us/j/123?pwd=•••&tk=•••#x"_s);
    row("start link", u"https://us02.zoom.us/s/123?zak=SECRET"_s, u"https://us02.zoom.us/s/123?zak=•••"_s);
    row("scheme", u"zoommtg://zoom.us/start?action=start&confno=123&zak=SECRET&zc=0"_s,
        u"zoommtg://zoom.us/start?action=start&confno=123&zak=•••&zc=0"_s);
    row("download", u"https://zoom.us/rec/download/x?access_token=SECRET"_s,
        u"https://zoom.us/rec/download/x?access_token=•••"_s);
    row("play link", u"https://zoom.us/rec/play/x?pwd=SECRET"_s, u"https://zoom.us/rec/play/x?pwd=•••"_s);
    row("form", u"client_secret=SECRET&grant_type=x"_s, u"client_secret=•••&grant_type=x"_s);
    row("capital letters", u"?PWD=SECRET"_s, u"?PWD=•••"_s);
    row("bearer", u"Authorization: Bearer eyJhbGciOi.SECRET-_x"_s, u"Authorization: Bearer •••"_s);
    row("basic", u"authorization: basic U0VDUkVU=="_s, u"authorization: basic •••"_s);
    row("json", u"{\"access_token\":\"SECRET\",\"expires_in\":3599}"_s,
        u"{\"access_token\":\"•••\",\"expires_in\":3599}"_s);
    row("json with spaces", u"{ \"password\" : \"SECRET\" }"_s, u"{ \"password\":\"•••\" }"_s);
    row("json with escapes", u"{\"passcode\":\"a\\\"SECRET\\\\\",\"id\":1}"_s,
        u"{\"passcode\":\"•••\",\"id\":1}"_s);
    row("json start link", u"{\"start_url\":\"https://zoom.us/s/1?zak=SECRET\"}"_s,
        u"{\"start_url\":\"•••\"}"_s);
    row("json, what Zoom encrypts", u"{\"encrypted_password\":\"SECRET\"}"_s,
        u"{\"encrypted_password\":\"•••\"}"_s);
    row("json, other passcodes",
        u"{\"h323_password\":\"SECRET\",\"pstn_password\":\"SECRET\",\"recording_play_passcode\":\"SECRET\"}"_s,
        u"{\"h323_password\":\"•••\",\"pstn_password\":\"•••\",\"recording_play_passcode\":\"•••\"}"_s);
    row("json number", u"{\"participant_pin_code\":123456}"_s, u"{\"participant_pin_code\":\"•••\"}"_s);
    row("json in json", u"{\"content\":\"{\\\"download_token\\\":\\\"SECRET\\\"}\"}"_s,
        u"{\"content\":\"{\\\"download_token\\\":\\\"•••\\\"}\"}"_s);
    row("web socket", u"wss://ws.zoom.us/ws?subscriptionId=S&access_token=SECRET"_s,
        u"wss://ws.zoom.us/ws?subscriptionId=S&access_token=•••"_s);
    row("encoded address", u"redirect=https%3A%2F%2Fzoom.us%2Fs%2F1%3Fzak%3DSECRET%26a%3D1"_s,
        u"redirect=https%3A%2F%2Fzoom.us%2Fs%2F1%3Fzak%3D•••%26a%3D1"_s);
    row("join signature", u"{\"sdkKey\":\"K\",\"signature\":\"SECRET\"}"_s,
        u"{\"sdkKey\":\"K\",\"signature\":\"•••\"}"_s);
    row("verifier", u"code_verifier=SECRET&code=SECRET"_s, u"code_verifier=•••&code=•••"_s);
}

void TestLogging::redacts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);

    QCOMPARE(redacted(text), expected);
    QCOMPARE(redacted(expected), expected);
}

void TestLogging::leavesTheRestAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << u"GET /v2/users/me/meetings?page_size=300 200 12 ms"_s;
    QTest::newRow("paging") << u"/v2/users?next_page_token=R4aF9Oj0fVM2hhezJTEmSKaBSkfesDwGy42"_s;
    QTest::newRow("words") << u"The passcode is too long. A bearer."_s;
    QTest::newRow("error code") << u"{\"code\":124,\"message\":\"Invalid access token.\"}"_s;
}

void TestLogging::leavesTheRestAlone()
{
    QFETCH(const QString, text);

    QCOMPARE(redacted(text), text);
}

void TestLogging::everyMessagePasses()
{
    const QtMessageHandler before = qInstallMessageHandler(remember);
    installRedactingLog();
    installRedactingLog(); // a second call changes nothing
    qCWarning(logZoom) << "GET https://zoom.us/s/1?zak=SECRET";
    qWarning("Bearer SECRET");
    qInstallMessageHandler(before);
    QCOMPARE(s_printed.size(), 2);
    for (const QString &line : s_printed)
        QVERIFY2(!line.contains(u"SECRET") && line.contains(u"•••"), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
