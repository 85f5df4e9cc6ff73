// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/settingsrepository.h"

#include <QDirIterator>
#include <QSqlError>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

QList<Migration> withExtraStep(const QString &statement)
{
    QList<Migration> steps = migrations();
    steps.append(Migration{{statement}});
    return steps;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesArePrivate()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new/school.sqlite"_s);
        const auto database = opened(path);
        SettingsRepository settings(*database);
        QVERIFY(settings.set(u"a"_s, u"b"_s));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QDirIterator files(folder.filePath(u"new"_s), QDir::Files);
        int seen = 0;
        for (; files.hasNext(); ++seen)
            QVERIFY(!(QFile::permissions(files.next()) & others));
        QCOMPARE(seen, 3);
        QVERIFY(!(QFile::permissions(folder.filePath(u"new"_s)) & (others | QFile::ExeOther)));
    }

    void committedIsThereAfterReopening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        ok(SettingsRepository(*opened(path)).set(u"a"_s, u"b"_s));
        QCOMPARE(ok(SettingsRepository(*opened(path)).value(u"a"_s)), u"b"_s);
    }

    void failedTransactionsLeaveNothing()
    {
        School school;
        SettingsRepository settings(*school.database);
        const auto result = school.database->transaction([&]() -> Result<void> {
            ok(settings.set(u"a"_s, u"1"_s));
            return failure(ErrorCode::Cancelled, u"no"_s);
        });
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(ok(settings.value(u"a"_s)), std::nullopt);
    }

    void innerFailuresUndoTheirOwnPart()
    {
        School school;
        SettingsRepository settings(*school.database);
        ok(school.database->transaction([&]() -> Result<void> {
            ok(settings.set(u"outer"_s, u"1"_s));
            const auto inner = school.database->transaction([&]() -> Result<void> {
                ok(settings.set(u"inner"_s, u"1"_s));
                return failure(ErrorCode::Cancelled, u"no"_s);
            });
            return inner ? failure(ErrorCode::Invalid, u"inner succeeded"_s) : Result<void>();
        }));
        QCOMPARE(ok(settings.all()).keys(), QStringList{u"outer"_s});
    }

    void noticesComeAfterTheCommitOnly()
    {
        School school;
        QList<ChangeNotice> notices;
        school.database->setListener([&](const ChangeNotice &notice) { notices.append(notice); });
        ok(school.database->transaction([&]() -> Result<void> {
            school.meeting(1, school::Everyone{}, 60);
            school.meeting(2, school::Everyone{}, 60);
            return notices.isEmpty() ? Result<void>() : failure(ErrorCode::Invalid, u"early"_s);
        }));
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().topics, ChangeNotice::Meetings);
        QCOMPARE(notices.first().meetings.size(), 2);
        std::ignore = school.database->transaction([&]() -> Result<void> {
            school.meeting(3, school::Everyone{}, 60);
            return failure(ErrorCode::Cancelled, u"no"_s);
        });
        school.meeting(1, school::Everyone{}, 60);
        QCOMPARE(notices.size(), 1);
    }

    void readersSeeTheLastCommitWhileAnotherWrites()
    {
        School school;
        const auto reader = opened(school.path(), Access::ReadOnly);
        SettingsRepository writing(*school.database);
        SettingsRepository reading(*reader);
        ok(writing.set(u"a"_s, u"old"_s));
        ok(school.database->transaction([&]() -> Result<void> {
            ok(writing.set(u"a"_s, u"new"_s));
            return ok(reading.value(u"a"_s)) == u"old"_s ? Result<void>()
                                                         : failure(ErrorCode::Invalid, u""_s);
        }));
        QCOMPARE(ok(reading.value(u"a"_s)), u"new"_s);
        QCOMPARE(reading.set(u"a"_s, u"x"_s).error().code, ErrorCode::Storage);
    }

    void unusableFilesAreRefusedAndKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << QByteArray("this is a shopping list, not a database").repeated(40);
        QTest::newRow("cut header") << QByteArray("SQLite format 3\0", 16) + QByteArray(200, '\x7f');
    }
    void unusableFilesAreRefusedAndKept()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto database = Database::open(path, Access::ReadWrite);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Storage);
        QVERIFY(!database.error().message.isEmpty());
        QCOMPARE(contents(path), bytes);
    }

    void newerSchemasAreRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        QVERIFY(Database::open(path, Access::ReadWrite, withExtraStep(u"CREATE TABLE later (id INTEGER)"_s)));
        for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
            const auto database = Database::open(path, access);
            QVERIFY(!database);
            QVERIFY(database.error().message.contains(u"newer"_s));
        }
    }

    void missingFilesAreNotMadeByReaders()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        QVERIFY(!Database::open(path, Access::ReadOnly));
        QVERIFY(!QFile::exists(path));
    }

    void migrationsBackUpFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        ok(SettingsRepository(*opened(path)).set(u"a"_s, u"kept"_s));
        QVERIFY(Database::open(path, Access::ReadWrite, withExtraStep(u"DELETE FROM settings"_s)));
        const QString backup = path + u".v%1.backup"_s.arg(migrations().size());
        QVERIFY(QFile::exists(backup));
        QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(ok(SettingsRepository(*opened(backup)).value(u"a"_s)), u"kept"_s);
    }

    void failedStepsLeaveTheVersionBefore()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        ok(SettingsRepository(*opened(path)).set(u"a"_s, u"kept"_s));
        QList<Migration> steps = migrations();
        steps.append(Migration{{u"DELETE FROM settings"_s, u"CREATE TABLE broken ("_s}});
        QVERIFY(!Database::open(path, Access::ReadWrite, steps));
        QCOMPARE(ok(SettingsRepository(*opened(path)).value(u"a"_s)), u"kept"_s);
    }

    void fullDisksAreToldAndNothingIsHalfWritten()
    {
        School school;
        QVERIFY(school.database->statement("limit"_L1, u"PRAGMA max_page_count = 1"_s).next());
        SettingsRepository settings(*school.database);
        const auto result = settings.set(u"big"_s, QString(4'000'000, u'x'));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Storage);
        QVERIFY(result.error().message.contains(u"full"_s));
        QCOMPARE(ok(settings.value(u"big"_s)), std::nullopt);
        QVERIFY(school.database->statement("lift"_L1, u"PRAGMA max_page_count = 1000000"_s).next());
        QVERIFY(settings.set(u"small"_s, u"x"_s));
    }

    void aSecondWriterIsTurnedAwayAndMayTryAgain()
    {
        School school;
        const auto other = opened(school.path());
        ok(other->statement("do not wait"_L1, u"PRAGMA busy_timeout = 0"_s).next());
        SettingsRepository settings(*other);
        ok(school.database->transaction([&]() -> Result<void> {
            const auto result = settings.set(u"a"_s, u"b"_s);
            if (result)
                return failure(ErrorCode::Invalid, u"two wrote at once"_s);
            return result.error().message.contains(u"in use"_s) ? Result<void>() : result;
        }));
        QVERIFY(settings.set(u"a"_s, u"b"_s));
    }

    void filesThatCannotBeWrittenAreTold()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"school.sqlite"_s);
        ok(SettingsRepository(*opened(path)).set(u"a"_s, u"b"_s));
        const auto database = opened(path);
        ok(database->statement("lock"_L1, u"PRAGMA query_only = 1"_s).run());
        SettingsRepository settings(*database);
        const auto result = settings.set(u"a"_s, u"c"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Storage);
        QVERIFY(result.error().message.contains(u"permissions"_s));
        QCOMPARE(ok(settings.value(u"a"_s)), u"b"_s);
    }

    void damageInsideIsToldWhenItIsRead()
    {
        School school;
        ok(school.database->transaction([&]() -> Result<void> {
            for (int i = 1; i <= 200; ++i)
                school.meeting(i, school::Everyone{}, i);
            return {};
        }));
        const QString path = school.path();
        school.database.reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 firstPage = 4096;
        file.seek(firstPage);
        file.write(QByteArray(static_cast<int>(file.size() - firstPage), '\x5a'));
        file.close();
        const QByteArray damaged = contents(path);
        const auto database = Database::open(path, Access::ReadOnly);
        const ManualClock clock;
        const auto rows = database ? MeetingListRepository(**database, clock).list({})
                                   : Result<QList<MeetingRow>>(std::unexpected(database.error()));
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Storage);
        QVERIFY(rows.error().message.contains(u"damaged"_s));
        QCOMPARE(contents(path), damaged);
    }

    void onlyTheThreeOwnersCanBeWritten_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::newRow("course meeting without course") << u"kind = 0, owner_person_id = NULL"_s;
        QTest::newRow("user meeting without person") << u"kind = 1"_s;
        QTest::newRow("global meeting with person") << u"kind = 2, owner_person_id = 1"_s;
        QTest::newRow("unknown kind") << u"kind = 3"_s;
    }
    void onlyTheThreeOwnersCanBeWritten()
    {
        QFETCH(QString, owner);
        School school;
        school.person(u"a@b.example"_s);
        school.meeting(1, school::Everyone{}, 60);
        const auto result = school.database->statement("own"_L1, u"UPDATE meetings SET "_s + owner).run();
        QVERIFY(!result);
        QVERIFY(result.error().detail.contains(u"legal_owner"_s));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
