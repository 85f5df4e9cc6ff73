// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/jwtcredentials.h"

#include "support/zoomfakes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/hmac.h>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray tokenOf(JwtCredentials &credentials)
{
    return watch(credentials.token())->value()->value.reveal();
}

QJsonObject part(const QByteArray &token, int index)
{
    const QByteArray json = QByteArray::fromBase64(token.split('.').value(index), base64);
    return QJsonDocument::fromJson(json).object();
}

/// HMAC-SHA256 by OpenSSL alone, without the library under test.
QByteArray signatureOf(const QByteArray &message, const QByteArray &secret)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), secret.constData(), int(secret.size()),
        reinterpret_cast<const unsigned char *>(message.constData()), std::size_t(message.size()), digest,
        &size);
    return QByteArray(reinterpret_cast<const char *>(digest), int(size)).toBase64(base64);
}

} // namespace

class TestJwtCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSignedAndDated();
    void isRenewedFiveMinutesEarly();
    void isRenewedWhenRefused();
    void needsKeyAndSecret_data();
    void needsKeyAndSecret();
};

void TestJwtCredentials::isSignedAndDated()
{
    const auto time = std::make_shared<FakeTime>();
    JwtCredentials credentials(QStringLiteral("the-key"), Secret("the-secret"), time);
    const QByteArray token = tokenOf(credentials);
    QCOMPARE(token.count('.'), 2);
    QCOMPARE(part(token, 0).value(u"alg").toString(), QStringLiteral("HS256"));
    QCOMPARE(part(token, 0).value(u"typ").toString(), QStringLiteral("JWT"));
    QCOMPARE(part(token, 1).value(u"iss").toString(), QStringLiteral("the-key"));
    QCOMPARE(part(token, 1).value(u"iat").toInteger(), time->now().toSecsSinceEpoch());
    QCOMPARE(part(token, 1).value(u"exp").toInteger(), time->now().addSecs(1800).toSecsSinceEpoch());
    const qsizetype end = token.lastIndexOf('.');
    QCOMPARE(token.mid(end + 1), signatureOf(token.left(end), "the-secret"));
}

void TestJwtCredentials::isRenewedFiveMinutesEarly()
{
    const auto time = std::make_shared<FakeTime>();
    JwtCredentials credentials(QStringLiteral("k"), Secret("s"), time);
    const QByteArray first = tokenOf(credentials);
    time->advance(24min + 59s);
    QCOMPARE(tokenOf(credentials), first);
    time->advance(1s);
    QVERIFY(tokenOf(credentials) != first);
}

void TestJwtCredentials::isRenewedWhenRefused()
{
    const auto time = std::make_shared<FakeTime>();
    JwtCredentials credentials(QStringLiteral("k"), Secret("s"), time);
    const QByteArray first = tokenOf(credentials);
    time->advance(1s);
    credentials.invalidate(AccessToken{.value = Secret("another")});
    QCOMPARE(tokenOf(credentials), first);
    credentials.invalidate(AccessToken{.value = Secret(first)});
    QVERIFY(tokenOf(credentials) != first);
}

void TestJwtCredentials::needsKeyAndSecret_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("no key") << QString() << QByteArray("s");
    QTest::newRow("no secret") << QStringLiteral("k") << QByteArray();
}

void TestJwtCredentials::needsKeyAndSecret()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, secret);
    JwtCredentials credentials(key, Secret(secret), std::make_shared<FakeTime>());
    const Result<AccessToken> token = watch(credentials.token())->value();
    QVERIFY(!token);
    QCOMPARE(token.error().code, ErrorCode::Unauthorized);
}

QTEST_GUILESS_MAIN(TestJwtCredentials)
#include "tst_jwtcredentials.moc"
