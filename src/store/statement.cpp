// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/storageerror.h"

#include <QDate>
#include <QSqlError>
#include <QTimeZone>

namespace lectern::store {

Statement::Statement(QLatin1StringView name, std::shared_ptr<QSqlQuery> query, bool prepared)
    : m_name(name)
    , m_query(std::move(query))
    , m_isPrepared(prepared)
{ }

Statement::~Statement()
{
    // An unfinished read would keep its moment of the file alive and hold the write-ahead log back.
    if (m_query && m_query->isActive())
        m_query->finish();
}

Statement &Statement::bind(const QString &text)
{
    m_query->bindValue(m_bound++, text.isNull() ? QStringLiteral("") : text);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    m_query->bindValue(m_bound++, bytes.isNull() ? QByteArrayLiteral("") : bytes);
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    m_query->bindValue(m_bound++, number);
    return *this;
}

Statement &Statement::bind(const QDateTime &moment)
{
    return moment.isValid() ? bind(moment.toMSecsSinceEpoch()) : bindNull();
}

Statement &Statement::bind(const QDate &day)
{
    return day.isValid() ? bind(day.toString(Qt::ISODate)) : bindNull();
}

Statement &Statement::bind(const QUuid &uuid)
{
    return uuid.isNull() ? bindNull() : bind(uuid.toString(QUuid::WithoutBraces));
}

Statement &Statement::bind(std::chrono::minutes duration)
{
    return bind(static_cast<qint64>(duration.count()));
}

Statement &Statement::bindNull()
{
    m_query->bindValue(m_bound++, QVariant());
    return *this;
}

Statement &Statement::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values)
        m_query->bindValue(m_bound++, value);
    return *this;
}

Result<void> Statement::execute()
{
    if (!m_isPrepared || !m_query->exec())
        return std::unexpected(storageError(m_name, m_query->lastError()));
    return {};
}

Result<void> Statement::run()
{
    auto done = execute();
    m_query->finish();
    m_bound = 0;
    return done;
}

Result<int> Statement::runCounting()
{
    const auto done = execute();
    if (!done)
        return std::unexpected(done.error());
    const int changed = m_query->numRowsAffected();
    m_query->finish();
    m_bound = 0;
    return changed;
}

Result<qint64> Statement::runInserting()
{
    const auto done = execute();
    if (!done)
        return std::unexpected(done.error());
    const qint64 id = m_query->lastInsertId().toLongLong();
    m_query->finish();
    m_bound = 0;
    return id;
}

Result<int> Statement::count()
{
    return firstOr([](const Statement &row) { return row.integer(0); }, 0);
}

Result<bool> Statement::next()
{
    if (!m_isRunning) {
        if (auto done = execute(); !done)
            return std::unexpected(done.error());
        m_isRunning = true;
    }
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        return std::unexpected(storageError(m_name, m_query->lastError()));
    m_query->finish();
    return false;
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

int Statement::integer(int column) const
{
    return m_query->value(column).toInt();
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

QDateTime Statement::moment(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

QDate Statement::day(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

QUuid Statement::uuid(int column) const
{
    return QUuid::fromString(text(column));
}

std::chrono::minutes Statement::minutes(int column) const
{
    return std::chrono::minutes(number(column));
}

} // namespace lectern::store
