// SPDX-License-Identifier: GPL-3.0-or-later
#include "natscluster.h"
#include "relay/log/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;
using namespace lectern::relay;
using boost::asio::awaitable;
using relaykit::NatsCluster;

/// What every engine promises, held against each; and what SQLite does by itself.
class tst_LogStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsInOrderAndOnce_data() { engines(); }
    void keepsInOrderAndOnce();
    void readsByAccountAndPage_data() { engines(); }
    void readsByAccountAndPage();
    void tellsOthersToo_data() { engines(); }
    void tellsOthersToo();
    void records_data() { engines(); }
    void records();
    void oneOfManyCreatesAndRemoves_data() { engines(); }
    void oneOfManyCreatesAndRemoves();
    void recordsAreToldToOthers_data() { engines(); }
    void recordsAreToldToOthers();

    void knowsHowFarAnotherRelayIs_data();
    void knowsHowFarAnotherRelayIs();

    void fitsTheStreamToTheRetention();
    void saysThatNatsHasNoRoom();
    void readsFewAmongMany();
    void opensFilesOfTheFirstVersion();
    void retentionByAge();
    void retentionBySize();
    void aFullFileTakesMoreAfterTidying();
    void readsAddresses_data();
    void readsAddresses();

private:
    static void engines();
    [[nodiscard]] std::unique_ptr<LogStore> open(LogStore::Use use, Retention retention = {});
    [[nodiscard]] std::unique_ptr<LogStore> openEngine(LogStore::Use use = LogStore::Use::Serve);
    [[nodiscard]] Result<std::unique_ptr<LogStore>> openNats(LogStore::Use use, Retention retention = {});

    /// Runs the serving thread's work until it is done.
    template <typename Value>
    Value wait(awaitable<Value> work);
    void runFor(std::chrono::milliseconds time);
    bool runUntil(const std::function<bool()> &done);

    static Event event(int number, const std::string &account = "one");
    Result<Appended> append(LogStore &store, const Event &what) { return wait(store.events().append(what)); }
    [[nodiscard]] QList<int> numbers(
        LogStore &store, const std::string &account, Position after, std::size_t limit);

    std::unique_ptr<boost::asio::io_context> m_context;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<NatsCluster> m_nats;
    std::int64_t m_now = 1'760'000'000'000;
};

void tst_LogStore::engines()
{
    QTest::addColumn<bool>("nats");
    QTest::newRow("SQLite") << false;
    QTest::newRow("JetStream") << true;
}

void tst_LogStore::init()
{
    m_context = std::make_unique<boost::asio::io_context>(1);
    m_dir = std::make_unique<QTemporaryDir>();
}

void tst_LogStore::cleanup()
{
    runFor(std::chrono::milliseconds(10));
    m_context.reset();
    m_nats.reset();
    m_dir.reset();
}

std::unique_ptr<LogStore> tst_LogStore::open(LogStore::Use use, Retention retention)
{
    auto store = openSqliteStore(
        m_dir->filePath(u"events.db"_s).toStdString(), use, {}, retention, [this] { return m_now; },
        m_context->get_executor());
    if (!store)
        qWarning("%s", store.error().message.c_str());
    return store ? std::move(*store) : nullptr;
}

std::unique_ptr<LogStore> tst_LogStore::openEngine(LogStore::Use use)
{
    QFETCH(const bool, nats);
    if (!nats)
        return open(use);
    if (!m_nats) {
        m_nats = std::make_unique<NatsCluster>();
        if (!m_nats->start(1))
            return nullptr;
    }
    auto store = openNats(use);
    if (!store)
        qWarning("%s", store.error().message.c_str());
    return store ? std::move(*store) : nullptr;
}

Result<std::unique_ptr<LogStore>> tst_LogStore::openNats(LogStore::Use use, Retention retention)
{
    const auto address = readLogAddress(m_nats->log().toStdString());
    return openLog(*address, use, retention, [this] { return m_now; }, m_context->get_executor());
}

template <typename Value>
Value tst_LogStore::wait(awaitable<Value> work)
{
    std::optional<Value> value;
    boost::asio::co_spawn(*m_context, std::move(work),
        [&value](const std::exception_ptr &, Value result) { value.emplace(std::move(result)); });
    m_context->restart();
    while (!value)
        m_context->run_one();
    return std::move(*value);
}

void tst_LogStore::runFor(std::chrono::milliseconds time)
{
    m_context->restart();
    m_context->run_for(time);
}

bool tst_LogStore::runUntil(const std::function<bool()> &done)
{
    for (int i = 0; i < 1000 && !done(); ++i)
        runFor(std::chrono::milliseconds(10));
    return done();
}

Event tst_LogStore::event(int number, const std::string &account)
{
    Event event;
    event.account = account;
    event.name = "meeting.started";
    event.time = 1'760'000'000'000 + number;
    event.json = R"({"event":"meeting.started","event_ts":)" + std::to_string(event.time)
        + R"(,"payload":{"object":{"id":98765432101,"uuid":"abc==","host_id":"h/st"}}})";
    event.host = "h/st";
    event.key[0] = static_cast<std::uint8_t>(number);
    event.key[1] = static_cast<std::uint8_t>(number >> 8);
    event.key[2] = static_cast<std::uint8_t>(account[0]);
    return event;
}

QList<int> tst_LogStore::numbers(
    LogStore &store, const std::string &account, Position after, std::size_t limit)
{
    const auto page = wait(store.events().read(account, after, limit));
    QList<int> numbers;
    for (const auto &kept : page.value_or(std::vector<KeptEventPointer>()))
        numbers << static_cast<int>(kept->event.time - 1'760'000'000'000);
    return numbers;
}

void tst_LogStore::keepsInOrderAndOnce()
{
    auto store = openEngine();
    QVERIFY(store);
    QCOMPARE(store->events().newest(), Position(0));
    std::vector<Position> told;
    store->events().setListener([&told](const KeptEventPointer &kept) { told.push_back(kept->position); });
    const auto first = append(*store, event(1));
    const auto second = append(*store, event(2));
    const auto again = append(*store, event(1));
    QVERIFY(first && second && again);
    QVERIFY(first->outcome == Appended::Outcome::Stored && second->position > first->position);
    QVERIFY(again->outcome == Appended::Outcome::Duplicate);
    QCOMPARE(again->position, first->position);
    QVERIFY(runUntil([&] { return told.size() == 2; }));
    QCOMPARE(told.front(), first->position);
    QCOMPARE(store->events().newest(), second->position);
    QCOMPARE(store->events().oldest(), first->position);
    QVERIFY(store->events().isHealthy());

    store.reset();
    store = openEngine();
    QVERIFY(store);
    QCOMPARE(store->events().newest(), second->position);
    QVERIFY(append(*store, event(2))->outcome == Appended::Outcome::Duplicate);
}

void tst_LogStore::readsByAccountAndPage()
{
    const auto store = openEngine();
    QVERIFY(store);
    for (int i = 1; i <= 9; ++i)
        QVERIFY(append(*store, event(i, i % 3 == 0 ? "two/2" : "one")));
    QVERIFY(runUntil([&] { return store->events().newest() == 9; }));
    QCOMPARE(numbers(*store, "one", 0, 100), (QList<int>{1, 2, 4, 5, 7, 8}));
    QCOMPARE(numbers(*store, "one", 0, 4), (QList<int>{1, 2, 4, 5}));
    QCOMPARE(numbers(*store, "one", 5, 100), (QList<int>{7, 8}));
    QCOMPARE(numbers(*store, "two/2", 3, 100), (QList<int>{6, 9}));
    QCOMPARE(numbers(*store, "three", 0, 100), QList<int>());
    QCOMPARE(numbers(*store, "one", 9, 100), QList<int>());
    const auto page = wait(store->events().read("two/2", 0, 1));
    QVERIFY(page && page->size() == 1);
    const Event &read = page->front()->event;
    QCOMPARE(read.account, std::string("two/2"));
    QCOMPARE(read.name, std::string("meeting.started"));
    QCOMPARE(read.meeting, std::string("98765432101"));
    QCOMPARE(read.uuid, std::string("abc=="));
    QCOMPARE(read.host, std::string("h/st"));
    QCOMPARE(read.json, event(3).json);
}

/// A command beside the relay sees what the relay has.
void tst_LogStore::tellsOthersToo()
{
    const auto store = openEngine();
    QVERIFY(store);
    QVERIFY(append(*store, event(1)));
    const auto visitor = openEngine(LogStore::Use::Visit);
    QVERIFY(visitor);
    QCOMPARE(numbers(*visitor, "one", 0, 10), QList<int>{1});
}

void tst_LogStore::knowsHowFarAnotherRelayIs_data()
{
    QTest::addColumn<bool>("nats"); // one process at a time serves from an SQLite file
    QTest::newRow("JetStream") << true;
}

/// Who was told by the relay that is ahead must not be told again by the one that is not.
void tst_LogStore::knowsHowFarAnotherRelayIs()
{
    const auto ahead = openEngine();
    QVERIFY(ahead);
    QVERIFY(append(*ahead, event(1)));
    const auto behind = openEngine(LogStore::Use::Visit); // hears of nothing that comes now
    QVERIFY(behind);
    const auto appended = append(*ahead, event(2));
    QVERIFY(appended);
    QVERIFY(behind->events().newest() < appended->position);
    QCOMPARE(wait(behind->events().hasReached(appended->position)).value(), true);
    QCOMPARE(wait(behind->events().hasReached(appended->position + 1)).value(), false);
}

void tst_LogStore::records()
{
    const auto store = openEngine();
    QVERIFY(store);
    RecordStore &records = store->records();
    QVERIFY(wait(records.get("a.1")).value() == std::nullopt);
    QVERIFY(wait(records.put("a.1", "first")));
    QVERIFY(wait(records.put("a.1", "other")));
    QVERIFY(wait(records.get("a.1")).value() == "other");
    QCOMPARE(wait(records.create("a.1", "third")).value(), false);
    QCOMPARE(wait(records.create("a.2", "second")).value(), true);
    std::vector<RecordStore::Change> changes;
    changes.emplace_back("b.1", "b");
    changes.emplace_back("a.2", std::nullopt);
    QVERIFY(wait(records.putAll(changes)));
    const auto list = [&](const std::string &prefix) {
        QByteArray text;
        const auto found = wait(records.list(prefix)).value();
        for (const auto &[key, value] : found)
            text += QByteArray::fromStdString(key + '=' + value + ' ');
        return text;
    };
    QVERIFY(runUntil([&] { return list("") == "a.1=other b.1=b "; }));
    QCOMPARE(list("a."), "a.1=other ");
    QCOMPARE(list("c"), "");
    QCOMPARE(wait(records.remove("a.1")).value(), true);
    QCOMPARE(wait(records.remove("a.1")).value(), false);
    QVERIFY(wait(records.get("a.1")).value() == std::nullopt);
    QCOMPARE(wait(records.create("a.1", "new")).value(), true);
    QVERIFY(wait(records.get("a.1")).value() == "new");
}

void tst_LogStore::oneOfManyCreatesAndRemoves()
{
    const auto store = openEngine();
    QVERIFY(store);
    for (const bool removing : {false, true}) {
        int winners = 0;
        int answers = 0;
        for (int i = 0; i < 10; ++i) {
            auto work = removing ? store->records().remove("code") : store->records().create("code", "x");
            boost::asio::co_spawn(
                *m_context, std::move(work), [&](const std::exception_ptr &, const Result<bool> &won) {
                    winners += won && *won ? 1 : 0;
                    ++answers;
                });
        }
        QVERIFY(runUntil([&] { return answers == 10; }));
        QCOMPARE(winners, 1);
    }
}

void tst_LogStore::recordsAreToldToOthers()
{
    const auto store = openEngine();
    QVERIFY(store);
    QByteArray told;
    store->records().addListener([&told](const std::string &key, const std::optional<std::string> &value) {
        told += QByteArray::fromStdString(key + '=' + value.value_or("-") + ' ');
    });
    const auto visitor = openEngine(LogStore::Use::Visit);
    QVERIFY(visitor);
    QVERIFY(wait(visitor->records().put("token.1", "revoked")));
    QVERIFY(runUntil([&] { return told == "token.1=revoked "; }));
    QVERIFY(*wait(visitor->records().remove("token.1")));
    QVERIFY(runUntil([&] { return told == "token.1=revoked token.1=- "; }));
}

/// A stream that grows asks the node only for what is more.
void tst_LogStore::fitsTheStreamToTheRetention()
{
    m_nats = std::make_unique<NatsCluster>();
    m_nats->giveRoom(10 << 20);
    QVERIFY(m_nats->start(1));
    for (const std::uint64_t megabytes : {4, 8, 8, 2}) {
        const auto store = openNats(LogStore::Use::Serve, {.bytes = megabytes << 20});
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        QVERIFY(append(**store, event(static_cast<int>(megabytes))));
    }
}

/// Waiting would not help: the person who starts the relay has to be told at once, and what is wrong.
void tst_LogStore::saysThatNatsHasNoRoom()
{
    m_nats = std::make_unique<NatsCluster>();
    m_nats->giveRoom(1 << 20);
    QVERIFY(m_nats->start(1));
    const auto store = openNats(LogStore::Use::Serve);
    QVERIFY(!store);
    const QString message = QString::fromStdString(store.error().message);
    QVERIFY2(message.contains("insufficient storage"_L1), qPrintable(message));
}

/// A small account's events lie far apart in the file of a large one.
void tst_LogStore::readsFewAmongMany()
{
    QVERIFY(open(LogStore::Use::Serve));
    SQLite::Database(m_dir->filePath(u"events.db"_s).toStdString(), SQLite::OPEN_READWRITE)
        .exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
              "INSERT INTO event SELECT i + 700000, 0, 1760000000000 + i, CAST(i AS BLOB),"
              " iif(i % 30000 = 1, 'small', 'large'),"
              " '{\"event\":\"meeting.started\",\"event_ts\":' || (1760000000000 + i) || '}' FROM n");
    const auto store = open(LogStore::Use::Serve);
    QVERIFY(store);
    QCOMPARE(store->events().newest(), Position(800'000));
    QCOMPARE(numbers(*store, "small", 0, 100), (QList<int>{1, 30'001, 60'001, 90'001}));
    QCOMPARE(numbers(*store, "small", 0, 2), (QList<int>{1, 30'001}));
    QCOMPARE(numbers(*store, "small", 730'001, 100), (QList<int>{60'001, 90'001}));
    QCOMPARE(numbers(*store, "large", 719'998, 3), (QList<int>{19'999, 20'000, 20'001}));
    QCOMPARE(numbers(*store, "none", 0, 100), QList<int>());
}

void tst_LogStore::opensFilesOfTheFirstVersion()
{
    auto store = open(LogStore::Use::Serve);
    QVERIFY(store);
    QVERIFY(append(*store, event(1)));
    store.reset();
    SQLite::Database(m_dir->filePath(u"events.db"_s).toStdString(), SQLite::OPEN_READWRITE)
        .exec("CREATE INDEX event_of_account ON event (account); PRAGMA user_version = 1");
    store = open(LogStore::Use::Serve);
    QVERIFY(store);
    QVERIFY(append(*store, event(2)));
    QCOMPARE(numbers(*store, "one", 0, 100), (QList<int>{1, 2}));
}

void tst_LogStore::retentionByAge()
{
    const auto store = open(LogStore::Use::Serve, {.age = std::chrono::hours(24)});
    QVERIFY(store);
    for (int i = 1; i <= 5; ++i)
        QVERIFY(append(*store, event(i)));
    m_now += 23 * 3600 * 1000;
    QVERIFY(append(*store, event(6)));
    store->tidy();
    QVERIFY(append(*store, event(7))); // after what tidies
    QCOMPARE(store->events().oldest(), Position(1));
    m_now += 2 * 3600 * 1000;
    store->tidy();
    QVERIFY(runUntil([&] { return store->events().oldest() == 6; }));
    QCOMPARE(numbers(*store, "one", 0, 10), (QList<int>{6, 7}));
    // The newest stays: the next position follows it.
    m_now += 1000LL * 3600 * 1000;
    store->tidy();
    QVERIFY(runUntil([&] { return store->events().oldest() == 7; }));
    QCOMPARE(append(*store, event(8))->position, Position(8));
}

void tst_LogStore::retentionBySize()
{
    const auto store = open(LogStore::Use::Serve, {.bytes = 1 << 20});
    QVERIFY(store);
    Event large = event(0);
    for (int i = 1; i <= 3000; ++i) {
        large = event(i);
        large.json.insert(1, "\"x\":\"" + std::string(1000, 'x') + "\",");
        QVERIFY(append(*store, large));
    }
    QVERIFY(store->events().bytes() > 3'000'000);
    store->tidy();
    QVERIFY(runUntil([&] { return store->events().bytes() <= (1 << 20) + 200'000; }));
    QCOMPARE(store->events().newest(), Position(3000));
    QVERIFY(store->events().oldest() > 1000);
}

void tst_LogStore::aFullFileTakesMoreAfterTidying()
{
    const SqliteEngine::Options options{.mostPages = 200};
    auto opened = openSqliteStore(
        m_dir->filePath(u"small.db"_s).toStdString(), LogStore::Use::Serve, options,
        {.age = std::chrono::hours(1)}, [this] { return m_now; }, m_context->get_executor());
    QVERIFY(opened);
    LogStore &store = **opened;
    int number = 1;
    Result<Appended> appended = append(store, event(number));
    while (appended && number < 20'000)
        appended = append(store, event(++number));
    QVERIFY(!appended);
    QVERIFY(appended.error().code == ErrorCode::Full);
    QVERIFY(!store.events().isHealthy());
    m_now += 2 * 3600 * 1000;
    store.tidy();
    QVERIFY(runUntil([&] { return append(store, event(number)).has_value(); }));
    QVERIFY(store.events().isHealthy());
}

void tst_LogStore::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("SQLite") << QByteArray("sqlite:/var/lib/e.db") << QByteArray("/var/lib/e.db");
    QTest::newRow("one NATS") << QByteArray("nats://a") << QByteArray("nats://a");
    QTest::newRow("three") << QByteArray("nats://a:1,b:2,c") << QByteArray("nats://a:1 nats://b:2 nats://c");
    QTest::newRow("TLS") << QByteArray("tls://a,tls://b") << QByteArray("tls://a tls://b");
    QTest::newRow("a password") << QByteArray("nats://relay:secret@a") << QByteArray();
    QTest::newRow("no file") << QByteArray("sqlite:") << QByteArray();
    QTest::newRow("no host") << QByteArray("nats://") << QByteArray();
    QTest::newRow("neither") << QByteArray("/var/lib/e.db") << QByteArray();
}

void tst_LogStore::readsAddresses()
{
    QFETCH(const QByteArray, text);
    const auto address = readLogAddress(text.toStdString());
    QByteArray read;
    if (address) {
        if (const auto *sqlite = std::get_if<SqliteAddress>(&*address))
            read = QByteArray::fromStdString(sqlite->file.string());
        else
            for (const std::string &server : std::get<NatsAddress>(*address).servers)
                read += (read.isEmpty() ? "" : " ") + QByteArray::fromStdString(server);
    } else
        QVERIFY(address.error().message.find("secret") == std::string::npos);
    QTEST(read, "read");
}

QTEST_GUILESS_MAIN(tst_LogStore)
#include "tst_logstore.moc"
