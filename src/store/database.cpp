// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/searchindex.h"
#include "store/storageerror.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

class DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Database)
};

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString nextConnectionName()
{
    static QAtomicInt counter;
    return u"lectern-store-%1"_s.arg(counter.fetchAndAddRelaxed(1));
}

Error pathError(const QString &path, const QString &message)
{
    return Error{.code = ErrorCode::Storage, .message = message, .detail = path};
}

/// SQLite gives the -wal and -shm files the mode of the main one.
Result<void> makePrivateFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return std::unexpected(pathError(
                folder, DatabaseText::tr("The folder for Lectern's data cannot be made. Check the disk.")));
        QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    }
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_CLOEXEC | O_RDONLY, 0600);
    if (file >= 0)
        ::close(file);
    if (QFileInfo::exists(path) && QFileInfo(path).isWritable())
        QFile::setPermissions(path, ownerOnly);
    return {};
}

Result<void> requireFile(const QString &path)
{
    if (QFileInfo(path).size() > 0)
        return {};
    return std::unexpected(
        pathError(path, DatabaseText::tr("Lectern's data file is not there yet. Start Lectern once.")));
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    return open(path, access, migrations());
}

Result<std::unique_ptr<Database>> Database::open(
    const QString &path, Access access, const QList<Migration> &migrations)
{
    const auto ready = access == Access::ReadWrite ? makePrivateFile(path) : requireFile(path);
    if (!ready)
        return std::unexpected(ready.error());
    std::unique_ptr<Database> database(new Database(nextConnectionName(), access));
    database->m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connectionName);
    database->m_connection.setDatabaseName(QFileInfo(path).absoluteFilePath());
    database->m_connection.setConnectOptions(
        access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY"_s : QString());
    if (!database->m_connection.open())
        return std::unexpected(storageError(u"open"_s, database->m_connection.lastError()));
    if (auto configured = database->configure(migrations); !configured)
        return std::unexpected(configured.error());
    return database;
}

Database::Database(QString connectionName, Access access)
    : m_connectionName(std::move(connectionName))
    , m_access(access)
{ }

Database::~Database()
{
    m_prepared.clear();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<void> Database::configure(const QList<Migration> &migrations)
{
    QStringList pragmas{u"PRAGMA busy_timeout = 5000"_s, u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA cache_size = -32000"_s, u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA mmap_size = 268435456"_s};
    if (m_access == Access::ReadWrite)
        pragmas << u"PRAGMA journal_mode = WAL"_s << u"PRAGMA synchronous = FULL"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        QSqlQuery query(m_connection);
        if (!query.exec(pragma))
            return std::unexpected(storageError(pragma, query.lastError()));
    }
    return m_access == Access::ReadWrite ? migrate(m_connection, migrations)
                                         : requireVersion(m_connection, migrations);
}

Statement Database::statement(QLatin1StringView name, const QString &sql)
{
    auto &cached = m_prepared[sql];
    if (cached && cached.use_count() == 1)
        return Statement(name, cached);
    auto prepared = std::make_shared<PreparedQuery>(m_connection, sql);
    if (!cached && prepared->isPrepared)
        cached = prepared;
    return Statement(name, std::move(prepared));
}

Result<void> Database::begin()
{
    const QString sql = m_depth > 0     ? u"SAVEPOINT level%1"_s.arg(m_depth)
        : m_access == Access::ReadWrite ? u"BEGIN IMMEDIATE"_s
                                        : u"BEGIN"_s;
    if (auto begun = statement("begin"_L1, sql).run(); !begun)
        return begun;
    ++m_depth;
    return {};
}

Result<void> Database::commit()
{
    if (m_depth == 1 && m_access == Access::ReadWrite) {
        if (auto updated = updateSearchIndex(*this); !updated)
            return updated;
    }
    const QString sql = m_depth > 1 ? u"RELEASE level%1"_s.arg(m_depth - 1) : u"COMMIT"_s;
    if (auto committed = statement("commit"_L1, sql).run(); !committed)
        return committed;
    --m_depth;
    return {};
}

void Database::rollBack()
{
    --m_depth;
    // SQLite may have rolled back by itself (disk full); then this fails, and nothing is left to undo.
    if (m_depth > 0) {
        std::ignore = statement("roll back"_L1, u"ROLLBACK TO level%1"_s.arg(m_depth)).run();
        std::ignore = statement("release"_L1, u"RELEASE level%1"_s.arg(m_depth)).run();
        return;
    }
    std::ignore = statement("roll back"_L1, u"ROLLBACK"_s).run();
    m_notice = {};
    m_touchedAny = false;
}

void Database::setListener(Listener listener)
{
    m_listener = std::move(listener);
}

void Database::touch(ChangeNotice::Topics topics)
{
    m_notice.topics |= topics;
    m_touchedAny = true;
}

void Database::touch(ChangeNotice::Topics topics, MeetingId meeting)
{
    m_notice.topics |= topics;
    if (meeting.isValid())
        m_notice.meetings.insert(meeting);
    else
        m_touchedAny = true;
}

void Database::deliver()
{
    if (m_depth > 0 || !m_notice.topics)
        return;
    if (m_touchedAny)
        m_notice.meetings.clear();
    const ChangeNotice notice = std::exchange(m_notice, {});
    m_touchedAny = false;
    if (m_listener)
        m_listener(notice);
}

QString Database::path() const
{
    return m_connection.databaseName();
}

} // namespace lectern::store
