// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include "store/storageerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

/// "Lctn": tells a file of ours from any other SQLite file.
constexpr qint64 applicationId = 0x4C63746E;

class MigrationText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Migration)
};

Result<void> run(QSqlDatabase &connection, const QString &sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql))
        return std::unexpected(storageError(sql.left(60), query.lastError()));
    return {};
}

Result<qint64> number(QSqlDatabase &connection, const QString &sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql) || !query.next())
        return std::unexpected(storageError(sql, query.lastError()));
    return query.value(0).toLongLong();
}

Result<qint64> versionOf(QSqlDatabase &connection)
{
    const auto objects = number(connection, u"SELECT count(*) FROM sqlite_schema"_s);
    if (!objects)
        return std::unexpected(objects.error());
    if (*objects == 0)
        return 0;
    const auto id = number(connection, u"PRAGMA application_id"_s);
    if (!id)
        return std::unexpected(id.error());
    if (*id != applicationId)
        return failure(ErrorCode::Storage,
            MigrationText::tr(
                "This file belongs to another program. Lectern left it as it is; choose another folder."),
            connection.databaseName());
    return number(connection, u"PRAGMA user_version"_s);
}

std::unexpected<Error> newerFile(qint64 version)
{
    return failure(ErrorCode::Storage,
        MigrationText::tr(
            "This data file was written by a newer Lectern. Install the newest version to open it."),
        u"schema version %1"_s.arg(version));
}

Result<void> backUp(QSqlDatabase &connection, qint64 version)
{
    const QString path = connection.databaseName() % u".v" % QString::number(version) % u".backup";
    QFile::remove(path);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0600);
    if (file < 0)
        return failure(ErrorCode::Storage,
            MigrationText::tr(
                "No backup could be written beside Lectern's data file. Check the disk and its folder."),
            path);
    ::close(file);
    QString quoted = path;
    return run(connection, u"VACUUM INTO '"_s % quoted.replace(u"'"_s, u"''"_s) % u'\'');
}

Result<void> runStep(QSqlDatabase &connection, const Migration &step, qsizetype version)
{
    QStringList statements = step.statements;
    statements << u"PRAGMA application_id = %1"_s.arg(applicationId)
               << u"PRAGMA user_version = %1"_s.arg(version) << u"COMMIT"_s;
    statements.prepend(u"BEGIN IMMEDIATE"_s);
    for (const QString &sql : std::as_const(statements)) {
        if (auto done = run(connection, sql); !done) {
            std::ignore = run(connection, u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> migrate(QSqlDatabase &connection, const QList<Migration> &migrations)
{
    const auto version = versionOf(connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version > migrations.size())
        return newerFile(*version);
    if (*version > 0 && *version < migrations.size()) {
        if (auto done = backUp(connection, *version); !done)
            return done;
    }
    for (qsizetype step = *version; step < migrations.size(); ++step) {
        if (auto done = runStep(connection, migrations.at(step), step + 1); !done)
            return done;
    }
    return {};
}

Result<void> requireVersion(QSqlDatabase &connection, const QList<Migration> &migrations)
{
    const auto version = versionOf(connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version > migrations.size())
        return newerFile(*version);
    if (*version < migrations.size())
        return failure(ErrorCode::Storage,
            MigrationText::tr(
                "Lectern's data file is of an older version. Start Lectern once to bring it up to date."),
            u"schema version %1"_s.arg(*version));
    return {};
}

} // namespace lectern::store
