// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/invitation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::feed;

class TestInvitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
};

void TestInvitation::accepts_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QUrl>("relay");
    QTest::addColumn<QByteArray>("code");
    const QByteArray code = "Zm9v-YmFy_.~0";
    QTest::newRow("plain") << u"lectern://invite?relay=https://relay.school.example&code=Zm9v-YmFy_.~0"_s
                           << QUrl(u"https://relay.school.example"_s) << code;
    QTest::newRow("encoded, in the other order, with spaces around")
        << u" lectern://invite?code=Zm9v-YmFy_.~0&relay=https%3A%2F%2Frelay.school.example%3A8443%2F\n"_s
        << QUrl(u"https://relay.school.example:8443"_s) << code;
    QTest::newRow("below a path")
        << u"lectern://invite?relay=https://school.example/relay/&code=Zm9v-YmFy_.~0"_s
        << QUrl(u"https://school.example/relay"_s) << code;
    QTest::newRow("with a slash")
        << u"lectern://invite/?relay=https://relay.school.example&code=Zm9v-YmFy_.~0"_s
        << QUrl(u"https://relay.school.example"_s) << code;
    QTest::newRow("this computer") << u"lectern://invite?relay=http://127.0.0.1:8790&code=Zm9v-YmFy_.~0"_s
                                   << QUrl(u"http://127.0.0.1:8790"_s) << code;
    QTest::newRow("IPv6") << u"lectern://invite?relay=http://[::1]:8790&code=Zm9v-YmFy_.~0"_s
                          << QUrl(u"http://[::1]:8790"_s) << code;
}

void TestInvitation::accepts()
{
    QFETCH(QString, link);
    QFETCH(QUrl, relay);
    QFETCH(QByteArray, code);
    const Result<Invitation> invitation = parseInvitation(link);
    QVERIFY(invitation);
    QCOMPARE(invitation->relay, relay);
    QCOMPARE(invitation->code.reveal(), code);
}

void TestInvitation::refuses_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("words");
    const QString notOne = u"not an invitation"_s;
    const QString insecure = u"not secure"_s;
    QTest::newRow("empty") << QString() << notOne;
    QTest::newRow("some text") << u"see you at school"_s << notOne;
    QTest::newRow("a web page") << u"https://relay.school.example/invite?code=abc"_s << notOne;
    QTest::newRow("another command") << u"lectern://delete?relay=https://relay.school.example&code=abc"_s
                                     << notOne;
    QTest::newRow("no code") << u"lectern://invite?relay=https://relay.school.example"_s << notOne;
    QTest::newRow("no relay") << u"lectern://invite?code=abc"_s << notOne;
    QTest::newRow("a code with markup")
        << u"lectern://invite?relay=https://a.example&code=%3Cb%3E"_s << notOne;
    QTest::newRow("a code beyond ASCII")
        << u"lectern://invite?relay=https://a.example&code=%C3%A9"_s << notOne;
    QTest::newRow("an endless code") << QString(u"lectern://invite?relay=https://a.example&code="_s
        + QString(600, u'x')) << notOne;
    QTest::newRow("an endless link") << QString(u"lectern://invite?relay=https://a.example&code=abc&x="_s
        + QString(5000, u'x')) << notOne;
    QTest::newRow("a password in the address")
        << u"lectern://invite?relay=https://a:b@relay.example&code=abc"_s << notOne;
    QTest::newRow("a query in the address")
        << u"lectern://invite?relay=https://relay.example%3Fa%3Db&code=abc"_s << notOne;
    QTest::newRow("not encrypted") << u"lectern://invite?relay=http://relay.example&code=abc"_s << insecure;
    QTest::newRow("a file") << u"lectern://invite?relay=file:///etc/passwd&code=abc"_s << insecure;
    QTest::newRow("looks like this computer")
        << u"lectern://invite?relay=http://localhost.example&code=abc"_s << insecure;
}

void TestInvitation::refuses()
{
    QFETCH(QString, link);
    QFETCH(QString, words);
    const Result<Invitation> invitation = parseInvitation(link);
    QVERIFY(!invitation);
    QCOMPARE(invitation.error().code, ErrorCode::Invalid);
    QVERIFY2(invitation.error().message.contains(words), qPrintable(invitation.error().message));
}

QTEST_APPLESS_MAIN(TestInvitation)
#include "tst_invitation.moc"
