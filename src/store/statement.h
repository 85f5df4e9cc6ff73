// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <chrono>
#include <memory>
#include <optional>

namespace lectern::store {

/// A statement as Qt has it: each placeholder became a named one, and `order` tells which value goes there.
struct PreparedQuery
{
    QSqlQuery query;
    QStringList names;
    QList<qsizetype> order;
    bool isPrepared = false;

    PreparedQuery(const QSqlDatabase &connection, const QString &sql);
};

/// A prepared statement, its values and its present row. Made by Database::statement(); lives no longer than
/// the database. Times are kept as epoch milliseconds, "none" as NULL.
class Statement
{
public:
    Statement(QLatin1StringView name, std::shared_ptr<PreparedQuery> prepared);
    ~Statement();
    Statement(Statement &&) noexcept = default;
    Statement &operator=(Statement &&) noexcept = default;
    Q_DISABLE_COPY(Statement)

    /// Values fill the placeholders (?1, ?2, …) in order.
    Statement &bind(const QString &text); ///< a null text is the empty text
    Statement &bind(const QByteArray &bytes);
    Statement &bind(qint64 number);
    Statement &bind(int number) { return bind(qint64{number}); }
    Statement &bind(const QDateTime &moment); ///< an invalid moment is NULL
    Statement &bind(const QDate &day); ///< ISO text; an invalid day is NULL
    Statement &bind(const QUuid &uuid); ///< a null uuid is NULL
    Statement &bind(std::chrono::minutes duration);
    Statement &bindNull();
    Statement &bindAll(const QVariantList &values);
    template <typename Tag>
    Statement &bind(Id<Tag> id)
    {
        return id.isValid() ? bind(id.value) : bindNull();
    }
    template <typename Value>
    Statement &bind(const std::optional<Value> &value)
    {
        return value ? bind(*value) : bindNull();
    }
    template <typename Enum>
        requires std::is_enum_v<Enum>
    Statement &bind(Enum value)
    {
        return bind(static_cast<qint64>(value));
    }

    /// Runs it; for writes.
    [[nodiscard]] Result<void> run();
    /// Runs it, and tells how many rows it changed.
    [[nodiscard]] Result<int> runCounting();
    /// Runs it, and tells the row id it inserted.
    [[nodiscard]] Result<qint64> runInserting();

    /// Runs a write that ends in RETURNING id.
    template <typename IdType>
    [[nodiscard]] Result<IdType> returnedId()
    {
        const auto row = next();
        if (!row)
            return std::unexpected(row.error());
        const IdType result = id<IdType>(0);
        // An INSERT … RETURNING is done only when it was read to its end.
        if (const auto more = next(); !more)
            return std::unexpected(more.error());
        return result;
    }

    /// Runs it, and reads the one number it selects.
    [[nodiscard]] Result<int> count();

    /// Runs it at the first call; true while there is a row to read.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QDateTime moment(int column) const; ///< UTC
    [[nodiscard]] QDate day(int column) const;
    [[nodiscard]] QUuid uuid(int column) const;
    [[nodiscard]] std::chrono::minutes minutes(int column) const;
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{number(column)};
    }
    template <typename IdType>
    [[nodiscard]] std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(IdType{number(column)});
    }
    template <typename Enum>
    [[nodiscard]] Enum enumeration(int column) const
    {
        return static_cast<Enum>(integer(column));
    }

    /// All remaining rows, each made by `read(statement)`.
    template <typename Read>
    [[nodiscard]] auto all(Read read) -> Result<QList<std::invoke_result_t<Read, const Statement &>>>
    {
        QList<std::invoke_result_t<Read, const Statement &>> rows;
        for (;;) {
            const auto more = next();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return rows;
            rows.append(read(*this));
        }
    }
    /// The first row, if any.
    template <typename Read>
    [[nodiscard]] auto first(Read read)
        -> Result<std::optional<std::invoke_result_t<Read, const Statement &>>>
    {
        const auto more = next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return std::nullopt;
        return read(*this);
    }

    /// The first row, or `otherwise`.
    template <typename Read, typename Value>
    [[nodiscard]] Result<Value> firstOr(Read read, const Value &otherwise)
    {
        const auto row = first(read);
        if (!row)
            return std::unexpected(row.error());
        return row->value_or(otherwise);
    }

private:
    [[nodiscard]] Result<void> execute();

    QLatin1StringView m_name;
    std::shared_ptr<PreparedQuery> m_prepared;
    QVariantList m_values;
    bool m_isRunning = false;
};

} // namespace lectern::store
