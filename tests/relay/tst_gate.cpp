// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/gate.h"
#include "relay/access/guesslimiter.h"
#include "relay/access/signingkey.h"
#include "relay/readerreplies.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern::relay;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_Gate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsInWhoHasAGoodToken();
    void refuses_data();
    void refuses();
    void tokensExpire();
    void tokensAreRevokedByThemselves();
    void peopleAreRevokedUpToNow();
    void otherRecordsDoNotMatter();
    void wrongGuessesSlowDown();
    void networksCountAsOne();
    void addressesAreForgotten();
    void theSigningKeyIsMadeOnce();
    void keysThatOthersCanReadAreRefused();
    void takesGzip_data();
    void takesGzip();

private:
    [[nodiscard]] std::string bearer(const Grant &grant) const { return "Bearer " + m_signer.sign(grant); }

    Moment m_now;
    const TokenSigner m_signer{"a signing key of the test"};
    std::optional<Gate> m_gate;
    Grant m_grant;
};

void tst_Gate::init()
{
    m_now = fromMilliseconds(1'772'442'000'000);
    m_gate.emplace(m_signer, [this] { return m_now; });
    m_grant = {.id = "id-1",
        .account = "acc",
        .email = "ada@school.example",
        .name = "Ada",
        .role = Role::Learner,
        .issued = m_now,
        .expires = m_now + 1h};
}

void tst_Gate::letsInWhoHasAGoodToken()
{
    const auto grant = m_gate->admit(bearer(m_grant));
    QVERIFY(grant);
    QCOMPARE(grant->email, m_grant.email);
    QVERIFY(m_gate->admit("bEARER " + m_signer.sign(m_grant)));
    QVERIFY(m_gate->left(m_grant) == 1h);
}

void tst_Gate::refuses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("none");
    const QByteArray token = QByteArray::fromStdString(m_signer.sign(m_grant));
    QTest::newRow("nothing") << ""_ba << true;
    QTest::newRow("another scheme") << "Basic " + token << true;
    QTest::newRow("bare") << token << true;
    QTest::newRow("no token") << "Bearer "_ba << true;
    QTest::newRow("another's") << QByteArray::fromStdString("Bearer " + TokenSigner("x").sign(m_grant))
                               << false;
    QTest::newRow("with more") << "Bearer " + token + " x" << false;
}

void tst_Gate::refuses()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, none);
    const std::string text = header.toStdString();
    const auto grant = m_gate->admit(text);
    QVERIFY(!grant);
    QVERIFY(grant.error() == (none ? Gate::Refusal::NoToken : Gate::Refusal::Altered));
    QVERIFY(m_gate->admit(std::nullopt).error() == Gate::Refusal::NoToken);
}

void tst_Gate::tokensExpire()
{
    m_now += 1h - 1ms;
    QVERIFY(m_gate->admit(bearer(m_grant)));
    QVERIFY(m_gate->isGood(m_grant));
    m_now += 1ms;
    QVERIFY(m_gate->admit(bearer(m_grant)).error() == Gate::Refusal::Expired);
    QVERIFY(!m_gate->isGood(m_grant));
    m_now += 1h;
    QVERIFY(m_gate->left(m_grant) == 0ms);
}

void tst_Gate::tokensAreRevokedByThemselves()
{
    int told = 0;
    m_gate->onRevoked([&told] { ++told; });
    const std::string record = Revocations::record(m_now, m_now + 1h);
    m_gate->note(Revocations::tokenKey("id-2"), record);
    QVERIFY(m_gate->isGood(m_grant));
    m_gate->note(Revocations::tokenKey("id-1"), record);
    QCOMPARE(told, 2);
    QVERIFY(m_gate->admit(bearer(m_grant)).error() == Gate::Refusal::Revoked);
    QVERIFY(!m_gate->isGood(m_grant));
    m_gate->note(Revocations::tokenKey("id-1"), std::nullopt);
    QVERIFY(m_gate->isGood(m_grant));
}

void tst_Gate::peopleAreRevokedUpToNow()
{
    m_gate->note(Revocations::personKey("acc", "ada@school.example"), Revocations::record(m_now, m_now + 1h));
    QVERIFY(!m_gate->isGood(m_grant));
    Grant later = m_grant;
    later.issued = m_now + 1ms;
    QVERIFY(m_gate->isGood(later));
    Grant other = m_grant;
    other.account = "other";
    QVERIFY(m_gate->isGood(other));
}

void tst_Gate::otherRecordsDoNotMatter()
{
    int told = 0;
    m_gate->onRevoked([&told] { ++told; });
    m_gate->note("token.id-1", "{}");
    m_gate->note("revoked.other.id-1", "{}");
    m_gate->note(Revocations::personKey("acc", "ada@school.example"), "no JSON");
    QVERIFY(m_gate->isGood(m_grant));
    QCOMPARE(told, 2);
}

void tst_Gate::wrongGuessesSlowDown()
{
    GuessLimiter limiter(3, 10s);
    GuessLimiter::Time now;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(limiter.wait("192.0.2.1", now) == 0s);
        limiter.noteWrong("192.0.2.1", now);
    }
    QVERIFY(limiter.wait("192.0.2.1", now) == 10s);
    QVERIFY(limiter.wait("192.0.2.2", now) == 0s);
    QVERIFY(limiter.wait("192.0.2.1", now + 10s) == 0s);
    limiter.noteWrong("192.0.2.1", now + 10s);
    QVERIFY(limiter.wait("192.0.2.1", now + 11s) == 9s);
    limiter.forgive("192.0.2.1");
    QVERIFY(limiter.wait("192.0.2.1", now + 11s) == 0s);
    QVERIFY(limiter.wait("192.0.2.1", now + 1h) == 0s);
}

void tst_Gate::networksCountAsOne()
{
    GuessLimiter limiter(1, 10s);
    const GuessLimiter::Time now;
    limiter.noteWrong("2001:db8:1:2:aaaa::1", now);
    QVERIFY(limiter.wait("2001:db8:1:2:bbbb::9", now) > 0s);
    QVERIFY(limiter.wait("2001:db8:1:3::1", now) == 0s);
    limiter.noteWrong("::1", now);
    QVERIFY(limiter.wait("2001:db8:1:4::1", now) == 0s);
}

void tst_Gate::addressesAreForgotten()
{
    GuessLimiter limiter(1, 10s, 2);
    const GuessLimiter::Time now;
    limiter.noteWrong("192.0.2.1", now);
    limiter.noteWrong("192.0.2.2", now);
    limiter.noteWrong("192.0.2.2", now);
    limiter.noteWrong("192.0.2.3", now);
    QVERIFY(limiter.wait("192.0.2.1", now) == 0s);
    QVERIFY(limiter.wait("192.0.2.2", now) > 0s);
    QVERIFY(limiter.wait("192.0.2.3", now) > 0s);
}

void tst_Gate::theSigningKeyIsMadeOnce()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(u"events.db.signing-key"_s).toStdString();
    const auto key = sharedSigningKey(file);
    QVERIFY(key && key->size() >= 43);
    QCOMPARE(sharedSigningKey(file).value(), *key);
    const auto rights = QFileInfo(QString::fromStdString(file.string())).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(!sharedSigningKey("/no/such/folder/key"));
}

void tst_Gate::keysThatOthersCanReadAreRefused()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"key"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a key that is long enough, by a byte or more\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    file.close();
    QVERIFY(!sharedSigningKey(name.toStdString()));
    QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(sharedSigningKey(name.toStdString()).value(),
        std::string("a key that is long enough, by a byte or more"));
    QVERIFY(!checkSigningKey("too short"));
}

void tst_Gate::takesGzip_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("gzip") << "gzip"_ba << true;
    QTest::newRow("among others") << "br;q=1.0, gzip;q=0.8, *;q=0.1"_ba << true;
    QTest::newRow("refused") << "deflate, gzip;q=0.0"_ba << false;
    QTest::newRow("another") << "x-gzip2, identity"_ba << false;
}

void tst_Gate::takesGzip()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, taken);
    QCOMPARE(lectern::relay::takesGzip(header.toStdString()), taken);
    QVERIFY(!lectern::relay::takesGzip(std::nullopt));
}

QTEST_GUILESS_MAIN(tst_Gate)
#include "tst_gate.moc"
