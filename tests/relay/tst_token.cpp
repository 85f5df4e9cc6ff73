// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/token.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

class tst_Token : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void everyAlteredCharacterIsNoticed();
    void otherTextsAreNoTokens_data();
    void otherTextsAreNoTokens();
    void idsDiffer();
    void readsLifetimes_data();
    void readsLifetimes();
    void writesMoments();
    void rolesHaveNames();
    void foldsEmails_data();
    void foldsEmails();

private:
    const TokenSigner m_signer{"a signing key of the test"};
    const Grant m_grant{.id = "id1",
        .account = "acc-1",
        .email = "ada@school.example",
        .name = "Ada “the first” Byron",
        .role = Role::Learner,
        .issued = fromMilliseconds(1'772'442'000'123),
        .expires = fromMilliseconds(1'772'445'600'456)};
};

void tst_Token::comesBackAsItWas()
{
    const auto grant = m_signer.open(m_signer.sign(m_grant));
    QVERIFY(grant);
    QCOMPARE(grant->id, m_grant.id);
    QCOMPARE(grant->account, m_grant.account);
    QCOMPARE(grant->email, m_grant.email);
    QCOMPARE(grant->name, m_grant.name);
    QVERIFY(grant->role == m_grant.role);
    QVERIFY(grant->issued == m_grant.issued);
    QVERIFY(grant->expires == m_grant.expires);
}

void tst_Token::everyAlteredCharacterIsNoticed()
{
    const std::string token = m_signer.sign(m_grant);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string altered = token;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!m_signer.open(altered), qPrintable(QString::number(i)));
    }
}

void tst_Token::otherTextsAreNoTokens_data()
{
    const std::string token = m_signer.sign(m_grant);
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prefix") << "lrt1."_ba;
    QTest::newRow("dots") << "lrt1..."_ba;
    QTest::newRow("cut") << QByteArray::fromStdString(token.substr(0, token.size() - 1));
    QTest::newRow("longer") << QByteArray::fromStdString(token + "A");
    QTest::newRow("without signature") << QByteArray::fromStdString(token.substr(0, token.rfind('.')));
    QTest::newRow("another key's") << QByteArray::fromStdString(TokenSigner("another").sign(m_grant));
    QTest::newRow("huge") << QByteArray(1'000'000, 'a');
}

void tst_Token::otherTextsAreNoTokens()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!m_signer.open(text.toStdString()));
}

void tst_Token::idsDiffer()
{
    QVERIFY(randomId() != randomId());
    QCOMPARE(randomId().size(), std::size_t(22));
    QCOMPARE(randomSecret().size(), std::size_t(43));
}

void tst_Token::readsLifetimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << "45s"_ba << qint64(45);
    QTest::newRow("minutes") << "30m"_ba << qint64(1800);
    QTest::newRow("hours") << "1h"_ba << qint64(3600);
    QTest::newRow("days") << "7d"_ba << qint64(604'800);
    for (const char *bad : {"", "d", "7", "0d", "-1h", "1.5h", "7 d", "3651d", "99999999999999999999d", "1w"})
        QTest::newRow(*bad ? bad : "nothing") << QByteArray(bad) << qint64(0);
}

void tst_Token::readsLifetimes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, seconds);
    const auto read = readLifetime(text.toStdString());
    QCOMPARE(read ? qint64(read->count()) : 0, seconds);
}

void tst_Token::writesMoments()
{
    QCOMPARE(QString::fromStdString(rfc3339(fromMilliseconds(1'772'442'000'999))), u"2026-03-02T09:00:00Z"_s);
}

void tst_Token::rolesHaveNames()
{
    for (const Role role : {Role::Administrator, Role::Teacher, Role::Learner})
        QVERIFY(roleNamed(roleName(role)) == role);
    QVERIFY(!roleNamed("Administrator"));
    QVERIFY(!roleNamed(""));
}

void tst_Token::foldsEmails_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("folded");
    QTest::addColumn<bool>("plausible");
    QTest::newRow("plain") << "ada@school.example"_ba << "ada@school.example"_ba << true;
    QTest::newRow("capitals and blanks") << " Ada@School.EXAMPLE\n"_ba << "ada@school.example"_ba << true;
    QTest::newRow("nothing") << ""_ba << ""_ba << false;
    QTest::newRow("blank") << " \t"_ba << ""_ba << false;
    QTest::newRow("no host") << "ada@"_ba << "ada@"_ba << false;
    QTest::newRow("two") << "ada@b@c"_ba << "ada@b@c"_ba << false;
    QTest::newRow("blank inside") << "a da@b.c"_ba << "a da@b.c"_ba << false;
}

void tst_Token::foldsEmails()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, folded);
    QFETCH(const bool, plausible);
    QCOMPARE(QByteArray::fromStdString(foldedEmail(text.toStdString())), folded);
    QCOMPARE(looksLikeEmail(folded.toStdString()), plausible);
}

QTEST_GUILESS_MAIN(tst_Token)
#include "tst_token.moc"
