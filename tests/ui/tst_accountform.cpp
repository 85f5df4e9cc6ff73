// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accessibility.h"
#include "support/fakecommands.h"

#include "ui/settings/accountform.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;

class AccountFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void init();
    void connectsWithZoomsAddresses();
    void anAddressOfOnesOwn();
    void anAddressThatIsNoneIsRefused_data();
    void anAddressThatIsNoneIsRefused();
    void anEventStream();
    void anEventStreamThatIsNoneIsRefused_data();
    void anEventStreamThatIsNoneIsRefused();
    void theLegacyKey();
    void aRefusalKeepsWhatWasTyped();
    void theSecretIsForgottenOnceAccepted();
    void whereTheSecretGoes();
    void namesEveryControl();

private:
    [[nodiscard]] QLineEdit *field(const char *name) const
    {
        return m_form->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *connectButton() const
    {
        return m_form->findChild<QPushButton *>(u"connect"_s);
    }
    void type(const char *name, const QString &text) const
    {
        field(name)->clear();
        QTest::keyClicks(field(name), text);
    }
    void fillOAuth() const;
    [[nodiscard]] bool says(const QString &words) const;

    std::unique_ptr<test::FakeCommands> m_commands;
    std::unique_ptr<AccountForm> m_form;
};

void AccountFormTest::init()
{
    m_form.reset();
    m_commands = std::make_unique<test::FakeCommands>();
    m_form = std::make_unique<AccountForm>(*m_commands);
    m_form->show();
}

void AccountFormTest::fillOAuth() const
{
    type("accountId", u" acc "_s);
    type("clientId", u"client"_s);
    type("clientSecret", u"hush"_s);
}

bool AccountFormTest::says(const QString &words) const
{
    const auto labels = m_form->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void AccountFormTest::connectsWithZoomsAddresses()
{
    QVERIFY(!connectButton()->isEnabled());
    fillOAuth();
    QVERIFY(connectButton()->isEnabled());
    QSignalSpy connected(m_form.get(), &AccountForm::connected);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QTRY_COMPARE(connected.size(), 1);
    const auto account = std::get<sync::ServerToServerAccount>(m_commands->accounts.first().kind);
    QCOMPARE(account.accountId, u"acc"_s);
    QCOMPARE(account.clientId, u"client"_s);
    QCOMPARE(account.api, QUrl(u"https://api.zoom.us"_s));
    QCOMPARE(account.oauth, QUrl(u"https://zoom.us"_s));
    QVERIFY(!m_commands->accounts.first().id.isNull());
}

void AccountFormTest::anAddressOfOnesOwn()
{
    fillOAuth();
    type("api", u"http://127.0.0.1:4010/v2"_s);
    type("oauth", u"zoom.example.org"_s);
    QTest::keyClick(field("oauth"), Qt::Key_Return);
    const auto account = std::get<sync::ServerToServerAccount>(m_commands->accounts.first().kind);
    QCOMPARE(account.api, QUrl(u"http://127.0.0.1:4010/v2"_s));
    QCOMPARE(account.oauth, QUrl(u"https://zoom.example.org"_s));
}

void AccountFormTest::anAddressThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("a path") << u"/etc/passwd"_s;
    QTest::newRow("mail") << u"mailto:someone@school.example"_s;
    QTest::newRow("nothing but spaces inside") << u"not an address"_s;
    QTest::newRow("unencrypted, elsewhere") << u"http://zoom.example.org"_s;
}

void AccountFormTest::anAddressThatIsNoneIsRefused()
{
    QFETCH(QString, address);
    fillOAuth();
    type("api", address);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QVERIFY2(m_commands->accounts.isEmpty(), "the secret would go there");
    QVERIFY(says(address));
    QCOMPARE(field("clientSecret")->text(), u"hush"_s);
}

void AccountFormTest::anEventStream()
{
    fillOAuth();
    type("events", u" wss://ws.zoom.us/ws?subscriptionId=abc "_s);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QCOMPARE(m_commands->accounts.size(), 1);
    const auto account = std::get<sync::ServerToServerAccount>(m_commands->accounts.first().kind);
    QCOMPARE(account.events, QUrl(u"wss://ws.zoom.us/ws?subscriptionId=abc"_s));
}

void AccountFormTest::anEventStreamThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("a page") << u"https://ws.zoom.us/ws?subscriptionId=abc"_s;
    QTest::newRow("unencrypted, elsewhere") << u"ws://ws.zoom.us/ws?subscriptionId=abc"_s;
    QTest::newRow("no subscription") << u"wss://ws.zoom.us/ws"_s;
    QTest::newRow("with a password") << u"wss://me:hush@ws.zoom.us/ws?subscriptionId=abc"_s;
}

void AccountFormTest::anEventStreamThatIsNoneIsRefused()
{
    QFETCH(QString, address);
    fillOAuth();
    type("events", address);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QVERIFY2(m_commands->accounts.isEmpty(), "the access token would go there");
    QVERIFY(says(address));
    QCOMPARE(field("clientSecret")->text(), u"hush"_s);
}

void AccountFormTest::theLegacyKey()
{
    QTest::mouseClick(m_form->findChild<QRadioButton *>(u"jwtKind"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(field("apiKey")->isVisible());
    type("apiKey", u"key"_s);
    type("apiSecret", u"hush"_s);
    QVERIFY2(!connectButton()->isEnabled(), "Zoom itself takes no key: the server must be named");
    type("jwtServer", u"meetings.school.example"_s);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QCOMPARE(m_commands->accounts.size(), 1);
    const auto account = std::get<sync::JwtAccount>(m_commands->accounts.first().kind);
    QCOMPARE(account.apiKey, u"key"_s);
    QCOMPARE(account.api, QUrl(u"https://meetings.school.example"_s));
}

void AccountFormTest::aRefusalKeepsWhatWasTyped()
{
    m_commands->failure =
        Error{.code = ErrorCode::Unauthorized, .message = u"Zoom does not know this secret."_s};
    fillOAuth();
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QCOMPARE(connectButton()->text(), u"Connecting…"_s);
    QVERIFY(!connectButton()->isEnabled());
    QTRY_VERIFY(says(u"Zoom does not know this secret."_s));
    QCOMPARE(field("clientSecret")->text(), u"hush"_s);
    QVERIFY(connectButton()->isEnabled());
}

void AccountFormTest::theSecretIsForgottenOnceAccepted()
{
    fillOAuth();
    QCOMPARE(field("clientSecret")->echoMode(), QLineEdit::Password);
    QTest::mouseClick(connectButton(), Qt::LeftButton);
    QTRY_COMPARE(field("clientSecret")->text(), QString());
}

void AccountFormTest::whereTheSecretGoes()
{
    QVERIFY(!says(u"this run only"_s));
    m_form->setSecretKeeping(
        {.place = SecretKeeping::Place::ThisRunOnly, .reason = u"No keyring answers."_s});
    QVERIFY(says(u"this run only"_s));
    QVERIFY(says(u"No keyring answers."_s));
}

void AccountFormTest::namesEveryControl()
{
    QCOMPARE(test::unnamedControls(m_form.get()), QStringList());
}

QTEST_MAIN(AccountFormTest)
#include "tst_accountform.moc"
