// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/json.h"

#include "zoom/text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace lectern::zoom {

namespace {

using nlohmann::json;

/// What must not be stored: whoever holds one of these is host, or passes for somebody.
constexpr std::array<std::string_view, 13> secretMembers{"start_url", "zak", "token", "access_token",
    "refresh_token", "download_access_token", "download_token", "encrypted_password", "h323_password",
    "pstn_password", "dynamic_host_key", "host_key", "recording_play_passcode"};

bool isSecret(std::string_view name, std::string_view another)
{
    return (!another.empty() && name == another)
        || std::ranges::find(secretMembers, name) != secretMembers.end();
}

bool hasSecrets(const json &value, std::string_view another)
{
    if (value.is_object()) {
        for (const auto &member : value.items()) {
            if (isSecret(member.key(), another) || hasSecrets(member.value(), another))
                return true;
        }
        return false;
    }
    return value.is_array()
        && std::ranges::any_of(value, [another](const json &child) { return hasSecrets(child, another); });
}

void removeSecrets(json &value, std::string_view another)
{
    if (value.is_object()) {
        for (auto member = value.begin(); member != value.end();)
            member = isSecret(member.key(), another) ? value.erase(member) : std::next(member);
    }
    if (value.is_structured()) {
        for (json &child : value)
            removeSecrets(child, another);
    }
}

/// The deepest nesting of brackets outside strings.
int nestingOf(const QByteArray &bytes)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

Error unreadable(const QString &problem)
{
    return Error{.code = ErrorCode::Protocol, .message = Text::unreadableAnswer(), .detail = problem};
}

std::optional<qint64> integerOf(const json &value)
{
    if (value.is_number_unsigned() && value.get<quint64>() > quint64(std::numeric_limits<qint64>::max()))
        return {};
    if (value.is_number_integer())
        return value.get<qint64>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::abs(number) < 9e15 && double(qint64(number)) == number)
            return qint64(number);
    }
    if (value.is_string()) {
        bool isNumber = false;
        const qint64 number = QByteArray::fromStdString(value.get<std::string>()).toLongLong(&isNumber);
        if (isNumber)
            return number;
    }
    return {};
}

} // namespace

QString JsonValue::path() const
{
    if (!m_parent)
        return {};
    const QString before = m_parent->path();
    if (!m_key)
        return before + QStringLiteral("[%1]").arg(m_index);
    const QString key = QString::fromLatin1(m_key);
    return before.isEmpty() ? key : QString(before + u'.' + key);
}

void JsonValue::fail(const QString &problem) const
{
    if (!m_fault.found)
        m_fault = JsonFault{.path = path(), .problem = problem, .found = true};
}

void JsonValue::failMissing(const char *key) const
{
    JsonValue(m_value, *this, key).fail(QStringLiteral("missing"));
}

void readValue(const JsonValue &in, QString &out)
{
    const json &value = in.json();
    if (value.is_string())
        out = QString::fromStdString(value.get_ref<const std::string &>());
    else if (value.is_number_integer())
        out = QString::fromStdString(value.dump());
    else
        in.fail(QStringLiteral("not a text"));
}

void readValue(const JsonValue &in, QByteArray &out)
{
    QString text;
    readValue(in, text);
    out = text.toUtf8();
}

void readValue(const JsonValue &in, qint64 &out)
{
    if (const std::optional<qint64> number = integerOf(in.json()))
        out = *number;
    else
        in.fail(QStringLiteral("not a whole number"));
}

void readValue(const JsonValue &in, int &out)
{
    const std::optional<qint64> number = integerOf(in.json());
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max())
        out = int(*number);
    else
        in.fail(QStringLiteral("not a whole number"));
}

void readValue(const JsonValue &in, bool &out)
{
    if (in.json().is_boolean())
        out = in.json().get<bool>();
    else
        in.fail(QStringLiteral("neither true nor false"));
}

void readValue(const JsonValue &in, QDateTime &out)
{
    QDateTime moment;
    if (in.json().is_string()) {
        const QString text = QString::fromStdString(in.json().get_ref<const std::string &>());
        moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    if (!moment.isValid())
        return in.fail(QStringLiteral("not a date and time"));
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    out = moment.toUTC();
}

void readValue(const JsonValue &in, QDate &out)
{
    QString text;
    readValue(in, text);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid())
        out = date;
    else
        in.fail(QStringLiteral("not a date"));
}

void readValue(const JsonValue &in, QUrl &out)
{
    QString text;
    readValue(in, text);
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.isRelative())
        out = url;
    else
        in.fail(QStringLiteral("not an address"));
}

void readValue(const JsonValue &in, Secret &out)
{
    QByteArray bytes;
    readValue(in, bytes);
    out = Secret(std::move(bytes));
}

void readValue(const JsonValue &in, std::chrono::minutes &out)
{
    int count = 0;
    readValue(in, count);
    out = std::chrono::minutes(count);
}

void readValue(const JsonValue &in, std::chrono::seconds &out)
{
    int count = 0;
    readValue(in, count);
    out = std::chrono::seconds(count);
}

const json *JsonObject::find(const char *key) const
{
    const auto found = m_value.json().find(key);
    return found == m_value.json().end() || found->is_null() ? nullptr : &*found;
}

QByteArray JsonObject::rawWithout(const char *key) const
{
    const std::string_view another = key ? std::string_view(key) : std::string_view();
    if (!hasSecrets(m_value.json(), another)) // most have none, and are not copied
        return dumpJson(m_value.json());
    json copy = m_value.json();
    removeSecrets(copy, another);
    return dumpJson(copy);
}

bool JsonObject::isEmptyText(const json &value)
{
    return value.is_string() && value.get_ref<const std::string &>().empty();
}

Result<json> parseJson(const QByteArray &bytes)
{
    if (bytes.size() > maxBodySize)
        return std::unexpected(unreadable(QStringLiteral("JSON larger than the limit")));
    if (nestingOf(bytes) > maxJsonDepth)
        return std::unexpected(unreadable(QStringLiteral("JSON nested too deeply")));
    json document = json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
    if (!document.is_object())
        return std::unexpected(unreadable(QStringLiteral("not a JSON object")));
    return document;
}

Error jsonError(const JsonFault &fault)
{
    return unreadable(QStringLiteral("%1: %2").arg(fault.path, fault.problem));
}

json toJson(const QString &text)
{
    return text.toStdString();
}

json toJson(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate).toStdString();
}

QByteArray dumpJson(const json &document)
{
    return QByteArray::fromStdString(document.dump(-1, ' ', false, json::error_handler_t::replace));
}

} // namespace lectern::zoom
