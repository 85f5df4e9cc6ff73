// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "zoom/openenum.h"
#include "zoom/page.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <span>
#include <type_traits>

namespace lectern::zoom {

/// The deepest nesting that is accepted in an answer; its size is limited by maxBodySize.
inline constexpr int maxJsonDepth = 64;

/// The first thing wrong with a document, as a path (`meetings[3].start_time`) and a word about it.
struct JsonFault
{
    QString path;
    QString problem;
    bool found = false;
};

class JsonObject;

/// A value somewhere in a document being read. Lives on the stack of the reader; never throws.
class JsonValue
{
public:
    JsonValue(const nlohmann::json &value, JsonFault &fault)
        : m_value(value)
        , m_fault(fault)
    { }
    JsonValue(const nlohmann::json &value, const JsonValue &parent, const char *key)
        : m_value(value)
        , m_fault(parent.m_fault)
        , m_parent(&parent)
        , m_key(key)
    { }
    JsonValue(const nlohmann::json &value, const JsonValue &parent, qsizetype index)
        : m_value(value)
        , m_fault(parent.m_fault)
        , m_parent(&parent)
        , m_index(index)
    { }

    [[nodiscard]] const nlohmann::json &json() const { return m_value; }
    [[nodiscard]] QString path() const;
    /// Notes the first fault of the document at this value.
    void fail(const QString &problem) const;
    void failMissing(const char *key) const;
    [[nodiscard]] bool hasFailed() const { return m_fault.found; }

private:
    const nlohmann::json &m_value;
    JsonFault &m_fault;
    const JsonValue *m_parent = nullptr;
    const char *m_key = nullptr;
    qsizetype m_index = -1;
};

void readValue(const JsonValue &in, QString &out); ///< a number is taken as its digits
void readValue(const JsonValue &in, QByteArray &out); ///< as UTF-8
void readValue(const JsonValue &in, qint64 &out); ///< digits in a string are taken as the number
void readValue(const JsonValue &in, int &out);
void readValue(const JsonValue &in, bool &out);
void readValue(const JsonValue &in, QDateTime &out); ///< ISO 8601; UTC
void readValue(const JsonValue &in, QDate &out); ///< ISO 8601
void readValue(const JsonValue &in, QUrl &out); ///< absolute
void readValue(const JsonValue &in, Secret &out);
void readValue(const JsonValue &in, std::chrono::minutes &out);
void readValue(const JsonValue &in, std::chrono::seconds &out);

template <typename T>
void readValue(const JsonValue &in, std::optional<T> &out);
template <typename T>
void readValue(const JsonValue &in, QList<T> &out);
template <typename E>
void readValue(const JsonValue &in, OpenEnum<E> &out);
/// An object of ours: its read(const JsonObject &, T &) is found by the type.
template <typename T>
    requires std::is_class_v<T>
void readValue(const JsonValue &in, T &out);

/// An object in a document being read.
class JsonObject
{
public:
    explicit JsonObject(const JsonValue &value)
        : m_value(value)
    { }

    /// Absent or null is a fault.
    template <typename T>
    void required(const char *key, T &out) const
    {
        if (const nlohmann::json *found = find(key))
            readValue(JsonValue(*found, m_value, key), out);
        else
            m_value.failMissing(key);
    }

    /// Absent or null, or "" where no text is expected, leaves `out` as it is. Anything mistyped is a fault.
    template <typename T>
    void optional(const char *key, T &out) const
    {
        const nlohmann::json *found = find(key);
        if (!found || (isEmptyText(*found) && !std::is_same_v<T, QString>))
            return;
        readValue(JsonValue(*found, m_value, key), out);
    }

    /// Null when absent or null.
    [[nodiscard]] const nlohmann::json *find(const char *key) const;
    [[nodiscard]] const JsonValue &value() const { return m_value; }
    /// The object as JSON, less everything that must not be stored (start links, tokens, …).
    [[nodiscard]] QByteArray raw() const { return rawWithout(nullptr); }
    /// The same, less one more member, wherever it occurs.
    [[nodiscard]] QByteArray rawWithout(const char *key) const;

private:
    [[nodiscard]] static bool isEmptyText(const nlohmann::json &value);

    const JsonValue &m_value;
};

/// One row of the table of an enumeration.
template <typename E>
struct EnumName
{
    const char *name;
    E value;
};

template <typename T>
void readValue(const JsonValue &in, std::optional<T> &out)
{
    T value{};
    readValue(in, value);
    out = std::move(value);
}

template <typename T>
void readValue(const JsonValue &in, QList<T> &out)
{
    if (!in.json().is_array())
        return in.fail(QStringLiteral("not a list"));
    out.clear();
    for (const nlohmann::json &element : in.json()) {
        T value{};
        readValue(JsonValue(element, in, out.size()), value);
        if (in.hasFailed())
            return;
        out.append(std::move(value));
    }
}

/// The table comes from enumNames(E), found by the enumeration's namespace.
template <typename E>
void readValue(const JsonValue &in, OpenEnum<E> &out)
{
    readValue(in, out.raw);
    out.value = E::Unknown;
    for (const EnumName<E> &row : enumNames(E{})) {
        if (out.raw == QLatin1StringView(row.name))
            out.value = row.value;
    }
}

template <typename T>
    requires std::is_class_v<T>
void readValue(const JsonValue &in, T &out)
{
    if (!in.json().is_object())
        return in.fail(QStringLiteral("not an object"));
    read(JsonObject(in), out);
}

/// The bytes as a document: limited in size and depth, valid UTF-8; else Protocol.
[[nodiscard]] Result<nlohmann::json> parseJson(const QByteArray &bytes);
[[nodiscard]] Error jsonError(const JsonFault &fault);

/// The document as a T; a missing or mistyped field is a Protocol error naming its path.
template <typename T>
Result<T> decodeJson(const QByteArray &bytes)
{
    const Result<nlohmann::json> document = parseJson(bytes);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    T result{};
    readValue(JsonValue(*document, fault), result);
    if (fault.found)
        return std::unexpected(jsonError(fault));
    return result;
}

/// A reply that wraps a list under `key` and carries paging.
template <typename T>
Result<Page<T>> decodePage(const QByteArray &bytes, const char *key)
{
    const Result<nlohmann::json> document = parseJson(bytes);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    Page<T> page;
    const JsonValue value(*document, fault);
    const JsonObject object(value);
    object.required(key, page.items);
    object.optional("next_page_token", page.nextToken);
    object.optional("total_records", page.totalRecords);
    if (fault.found)
        return std::unexpected(jsonError(fault));
    return page;
}

[[nodiscard]] nlohmann::json toJson(const QString &text);
/// `2026-11-22T14:50:00Z`
[[nodiscard]] nlohmann::json toJson(const QDateTime &moment);
[[nodiscard]] QByteArray dumpJson(const nlohmann::json &document);

} // namespace lectern::zoom
