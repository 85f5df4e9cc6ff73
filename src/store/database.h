// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "store/changenotice.h"
#include "store/migration.h"
#include "store/statement.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <type_traits>

namespace lectern::store {

enum class Access {
    ReadWrite, ///< makes the file where there is none, migrates it where it is old
    ReadOnly, ///< refuses a file that is missing, empty or of another schema version
};

/// One connection to a profile's SQLite file (WAL). An object belongs to the thread that opened it; the
/// engine thread holds the only ReadWrite one, every other thread a ReadOnly one of its own. A commit is on
/// the disk when transaction() returns (synchronous=FULL), so that a change is durable before it is sent.
///
/// The file, its -wal and -shm, and the backups made before a migration are readable by the owner alone; the
/// folder is made with mode 0700. A file that is none of ours or a newer Lectern's is refused, and left as it
/// is; damage inside is told when it is read (a full check takes seconds). Failures are ErrorCode::Storage.
class Database
{
public:
    using Listener = std::function<void(const ChangeNotice &)>;

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
    /// The same with another list of migrations, for tests of the machinery.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const QString &path, Access access, const QList<Migration> &migrations);

    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs `work` (a callable that returns a Result) and commits when its Result has a value, else rolls
    /// back all it did. Inside another transaction it is a savepoint: its failure undoes its own part only.
    /// Reads in one transaction see one moment of the file.
    template <typename Work>
    [[nodiscard]] std::invoke_result_t<Work> transaction(Work &&work);

    /// Who is told, on this thread and after the commit, what a transaction touched. Writing from within the
    /// listener is allowed.
    void setListener(Listener listener);

    /// For repositories: adds to the notice of the running transaction.
    void touch(ChangeNotice::Topics topics);
    void touch(ChangeNotice::Topics topics, MeetingId meeting);

    /// For repositories: a statement, prepared once for its text. `name` is what an error calls it.
    [[nodiscard]] Statement statement(QLatin1StringView name, const QString &sql);

    [[nodiscard]] QString path() const;
    [[nodiscard]] Access access() const { return m_access; }

private:
    Database(QString connectionName, Access access);

    [[nodiscard]] Result<void> configure(const QList<Migration> &migrations);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollBack();
    void deliver();

    QString m_connectionName;
    Access m_access;
    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<PreparedQuery>> m_prepared;
    int m_depth = 0;
    ChangeNotice m_notice;
    bool m_touchedAny = false; ///< some touch() named no meeting: the notice is about any of them
    Listener m_listener;
};

template <typename Work>
std::invoke_result_t<Work> Database::transaction(Work &&work)
{
    if (auto begun = begin(); !begun)
        return std::unexpected(begun.error());
    auto result = work();
    if (!result) {
        rollBack();
        return result;
    }
    if (auto committed = commit(); !committed) {
        rollBack();
        return std::unexpected(committed.error());
    }
    deliver();
    return result;
}

} // namespace lectern::store
