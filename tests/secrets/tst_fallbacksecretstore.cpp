// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"
#include "secrets/memorysecretstore.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTest>

using namespace lectern;
using namespace lectern::secrets;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A keyring that answers when and how the test wants.
class ScriptedKeyring final : public SecretStore
{
public:
    QCoro::Task<Result<Secret>> read(QString) override
    {
        ++reads;
        return answerOf(m_answer.future());
    }
    QCoro::Task<Result<void>> write(QString key, Secret) override
    {
        written.append(key);
        co_return {};
    }
    QCoro::Task<Result<void>> remove(QString) override { co_return {}; }
    [[nodiscard]] bool isPersistent() const override { return true; }

    void answer(const Result<Secret> &result)
    {
        m_answer.start();
        m_answer.addResult(result);
        m_answer.finish();
    }

    int reads = 0;
    QStringList written;

private:
    static QCoro::Task<Result<Secret>> answerOf(QFuture<Result<Secret>> future) { co_return co_await future; }

    QPromise<Result<Secret>> m_answer;
};

Error error(ErrorCode code)
{
    return {.code = code, .message = u"The keyring is on fire."_s};
}

} // namespace

class TestFallbackSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheKeyringThatAnswers();
    void usesMemoryWhenTheKeyringFails();
    void usesMemoryWhenTheKeyringIsSilent();
    void asksOnce();
    void survivesItsDeletion();
    void memoryKeepsAndForgets();
    void worksWithoutAnyBus();
    void keys();
};

void TestFallbackSecretStore::usesTheKeyringThatAnswers()
{
    const auto keyring = std::make_shared<ScriptedKeyring>();
    keyring->answer(std::unexpected(error(ErrorCode::NotFound)));
    FallbackSecretStore store(keyring, std::make_shared<MemorySecretStore>());
    QVERIFY(!store.isPersistent());
    QVERIFY(QCoro::waitFor(store.write(u"key"_s, Secret("s"))));
    QVERIFY(store.isPersistent());
    QCOMPARE(keyring->written, QStringList{u"key"_s});
    const auto choice = QCoro::waitFor(store.choice());
    QVERIFY(choice.isPersistent && !choice.failure && !choice.message.isEmpty());
    QCOMPARE(QCoro::waitFor(store.keeping()), (Keeping{true, choice.message}));
}

void TestFallbackSecretStore::usesMemoryWhenTheKeyringFails()
{
    const auto keyring = std::make_shared<ScriptedKeyring>();
    keyring->answer(std::unexpected(error(ErrorCode::Keyring)));
    FallbackSecretStore store(keyring, std::make_shared<MemorySecretStore>());
    QVERIFY(QCoro::waitFor(store.write(u"key"_s, Secret("s"))));
    QCOMPARE(QCoro::waitFor(store.read(u"key"_s)).value().reveal(), QByteArray("s"));
    QVERIFY(keyring->written.isEmpty());
    QVERIFY(!store.isPersistent());
    const auto choice = QCoro::waitFor(store.choice());
    QVERIFY2(choice.message.contains(u"on fire"), qPrintable(choice.message));
    QCOMPARE(choice.failure.value().code, ErrorCode::Keyring);
    QCOMPARE(QCoro::waitFor(store.keeping()), (Keeping{false, choice.message}));
}

void TestFallbackSecretStore::usesMemoryWhenTheKeyringIsSilent()
{
    const auto keyring = std::make_shared<ScriptedKeyring>();
    FallbackSecretStore store(keyring, std::make_shared<MemorySecretStore>(), 20ms);
    const auto choice = QCoro::waitFor(store.choice());
    QVERIFY(!choice.isPersistent);
    QVERIFY(choice.message.contains(u"did not answer"));

    keyring->answer(std::unexpected(error(ErrorCode::NotFound))); // too late to change anything
    QCoreApplication::processEvents();
    QVERIFY(!QCoro::waitFor(store.choice()).isPersistent);
}

void TestFallbackSecretStore::asksOnce()
{
    const auto keyring = std::make_shared<ScriptedKeyring>();
    FallbackSecretStore store(keyring, std::make_shared<MemorySecretStore>());
    int done = 0;
    const auto count = [&done](const Result<void> &result) { done += result ? 1 : 0; };
    auto first = store.write(u"a"_s, Secret("1")).then(count);
    auto second = store.write(u"b"_s, Secret("2")).then(count);
    QCoreApplication::processEvents();
    QCOMPARE(done, 0);
    keyring->answer(Secret());
    QTRY_COMPARE(done, 2);
    QCOMPARE(keyring->reads, 1);
    QCOMPARE(keyring->written.size(), 2);
}

void TestFallbackSecretStore::survivesItsDeletion()
{
    const auto keyring = std::make_shared<ScriptedKeyring>();
    auto store = std::make_unique<FallbackSecretStore>(keyring, std::make_shared<MemorySecretStore>());
    bool done = false;
    auto task = store->write(u"a"_s, Secret("1")).then([&done] { done = true; });
    store.reset();
    keyring->answer(Secret());
    QTRY_VERIFY(done);
    QCOMPARE(keyring->written, QStringList{u"a"_s});
}

void TestFallbackSecretStore::memoryKeepsAndForgets()
{
    MemorySecretStore store;
    QVERIFY(!store.isPersistent());
    QCOMPARE(QCoro::waitFor(store.read(u"a"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(QCoro::waitFor(store.write(u"a"_s, Secret("1"))));
    QVERIFY(QCoro::waitFor(store.write(u"a"_s, Secret("2"))));
    QCOMPARE(QCoro::waitFor(store.read(u"a"_s)).value().reveal(), QByteArray("2"));
    QVERIFY(QCoro::waitFor(store.remove(u"a"_s)));
    QVERIFY(QCoro::waitFor(store.remove(u"a"_s)));
    QCOMPARE(QCoro::waitFor(store.read(u"a"_s)).error().code, ErrorCode::NotFound);
}

void TestFallbackSecretStore::worksWithoutAnyBus()
{
    const std::shared_ptr<FallbackSecretStore> store = makeSecretStore();
    const auto choice = QCoro::waitFor(store->choice());
    QVERIFY(!choice.isPersistent);
    QCOMPARE(choice.failure.value().code, ErrorCode::Keyring);
    QVERIFY(!choice.failure->message.isEmpty());
    QVERIFY(QCoro::waitFor(store->write(u"a"_s, Secret("1"))));
    QCOMPARE(QCoro::waitFor(store->read(u"a"_s)).value().reveal(), QByteArray("1"));
}

void TestFallbackSecretStore::keys()
{
    const QUuid account = QUuid::fromString(u"1b4e28ba-2fa1-4d2b-883f-0016d3cca427");
    QCOMPARE(clientSecretKey(account), u"account/1b4e28ba-2fa1-4d2b-883f-0016d3cca427/client-secret"_s);
}

int main(int argc, char *argv[])
{
    // No test here may reach the keyring of whoever runs it.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication app(argc, argv);
    TestFallbackSecretStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fallbacksecretstore.moc"
