// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/storageerror.h"

#include <QDate>
#include <QSqlError>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

/// The text with a name of its own for each placeholder, and the values' places into `order`. Qt cannot bind
/// a placeholder that stands in the text twice, and finds a named one faster than a plain one.
QString withNamedPlaceholders(const QString &sql, QStringList &names, QList<qsizetype> &order)
{
    QString named;
    named.reserve(sql.size() * 2);
    for (qsizetype i = 0; i < sql.size(); ++i) {
        if (sql.at(i) != u'?') {
            named.append(sql.at(i));
            continue;
        }
        qsizetype end = i + 1;
        while (end < sql.size() && sql.at(end).isDigit())
            ++end;
        const auto number = QStringView(sql).sliced(i + 1, end - i - 1);
        order.append(number.isEmpty() ? order.size() : number.toLongLong() - 1);
        names.append(u":v"_s + QString::number(names.size()));
        named.append(names.constLast());
        i = end - 1;
    }
    return named;
}

} // namespace

PreparedQuery::PreparedQuery(const QSqlDatabase &connection, const QString &sql)
    : query(connection)
{
    query.setForwardOnly(true);
    isPrepared = query.prepare(withNamedPlaceholders(sql, names, order));
}

Statement::Statement(QLatin1StringView name, std::shared_ptr<PreparedQuery> prepared)
    : m_name(name)
    , m_prepared(std::move(prepared))
{ }

Statement::~Statement()
{
    // An unfinished read would keep its moment of the file alive and hold the write-ahead log back.
    if (m_prepared && m_prepared->query.isActive())
        m_prepared->query.finish();
}

Statement &Statement::bind(const QString &text)
{
    m_values.append(QVariant(text.isNull() ? QStringLiteral("") : text));
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    m_values.append(QVariant(bytes.isNull() ? QByteArrayLiteral("") : bytes));
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    m_values.append(QVariant(number));
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
    m_values.append(QVariant());
    return *this;
}

Statement &Statement::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values)
        m_values.append(value);
    return *this;
}

Result<void> Statement::execute()
{
    for (qsizetype i = 0; i < m_prepared->order.size(); ++i)
        m_prepared->query.bindValue(m_prepared->names.at(i), m_values.value(m_prepared->order.at(i)));
    if (!m_prepared->isPrepared || !m_prepared->query.exec())
        return std::unexpected(storageError(m_name, m_prepared->query.lastError()));
    return {};
}

Result<void> Statement::run()
{
    auto done = execute();
    m_prepared->query.finish();
    m_values.clear();
    return done;
}

Result<int> Statement::runCounting()
{
    const auto done = execute();
    if (!done)
        return std::unexpected(done.error());
    const int changed = m_prepared->query.numRowsAffected();
    m_prepared->query.finish();
    m_values.clear();
    return changed;
}

Result<qint64> Statement::runInserting()
{
    const auto done = execute();
    if (!done)
        return std::unexpected(done.error());
    const qint64 id = m_prepared->query.lastInsertId().toLongLong();
    m_prepared->query.finish();
    m_values.clear();
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
    if (m_prepared->query.next())
        return true;
    if (m_prepared->query.lastError().isValid())
        return std::unexpected(storageError(m_name, m_prepared->query.lastError()));
    m_prepared->query.finish();
    return false;
}

QString Statement::text(int column) const
{
    return m_prepared->query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_prepared->query.value(column).toByteArray();
}

qint64 Statement::number(int column) const
{
    return m_prepared->query.value(column).toLongLong();
}

int Statement::integer(int column) const
{
    return m_prepared->query.value(column).toInt();
}

bool Statement::isNull(int column) const
{
    return m_prepared->query.isNull(column);
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
