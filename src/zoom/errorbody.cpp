// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/errorbody.h"

#include "zoom/json.h"

#include <QRegularExpression>

namespace lectern::zoom {

namespace {

using nlohmann::json;

QString textAt(const json &object, const char *key)
{
    QString text;
    JsonFault fault;
    const JsonValue value(object, fault);
    JsonObject(value).optional(key, text);
    return text;
}

int numberAt(const json &object, const char *key)
{
    int number = 0;
    JsonFault fault;
    const JsonValue value(object, fault);
    JsonObject(value).optional(key, number);
    return number;
}

QList<FieldError> fieldErrorsOf(const json &object)
{
    QList<FieldError> fields;
    const auto errors = object.find("errors");
    if (errors == object.end() || !errors->is_array())
        return fields;
    for (const json &error : *errors) {
        if (error.is_object())
            fields.append(FieldError{.field = textAt(error, "field"), .message = textAt(error, "message")});
    }
    return fields;
}

int codeInWords(const QString &words)
{
    static const QRegularExpression number(QStringLiteral("\\b(47\\d\\d)\\b"));
    return number.match(words).captured(1).toInt();
}

} // namespace

std::optional<ErrorBody> readErrorBody(const QByteArray &body)
{
    const Result<json> document = parseJson(body);
    if (!document)
        return {};
    ErrorBody result{
        .code = numberAt(*document, "code"), .message = textAt(*document, "message"), .fields = {}};
    if (result.message.isEmpty())
        result.message = textAt(*document, "error_message");
    result.fields = fieldErrorsOf(*document);
    return result;
}

std::optional<OAuthErrorBody> readOAuthErrorBody(const QByteArray &body)
{
    const Result<json> document = parseJson(body);
    if (!document)
        return {};
    OAuthErrorBody result{.reason = textAt(*document, "reason"),
        .error = textAt(*document, "error"),
        .code = numberAt(*document, "code")};
    if (result.reason.isEmpty())
        result.reason = textAt(*document, "message");
    if (result.code == 0)
        result.code = codeInWords(result.reason + u' ' + result.error);
    return result;
}

} // namespace lectern::zoom
