// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

#include <QRegularExpression>

namespace lectern {

Q_LOGGING_CATEGORY(logZoom, "lectern.zoom", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "lectern.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "lectern.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "lectern.ui", QtWarningMsg)

namespace {

QtMessageHandler s_next = nullptr;

void redactAndPassOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    s_next(type, context, redacted(message));
}

/// The names under which Zoom, OAuth and Lectern pass secrets on.
const QString &secretNames()
{
    static const QString names = QStringLiteral(
        "access_token|refresh_token|download_access_token|download_token|id_token|token|client_secret|"
        "api_secret|webhook_secret|secret_token|zak|tk|pwd|password|passcode|encrypted_password|"
        "h323_password|pstn_password|recording_play_passcode|participant_pin_code|code_verifier|assertion|"
        "signature");
    return names;
}

/// One shape in which secrets come, and what stands in their place.
struct Pattern
{
    QRegularExpression shape;
    QString replacement;
};

Pattern pattern(const QString &shape, const QString &replacement)
{
    return {QRegularExpression(shape, QRegularExpression::CaseInsensitiveOption), replacement};
}

const QList<Pattern> &patterns()
{
    static const QList<Pattern> all{
        // a=secret&b=…, also where the address is itself a percent-encoded value
        pattern(QStringLiteral(R"(\b(%1)=[^&\s"'#]+)").arg(secretNames()), QStringLiteral(R"(\1=•••)")),
        pattern(QStringLiteral(R"((%3F|%26|%23)(%1)%3D(?:(?!%26|%23)[^&\s"'#])+)").arg(secretNames()),
            QStringLiteral(R"(\1\2%3D•••)")),
        pattern(QStringLiteral(R"(([?&]code)=[^&\s"'#]+)"), QStringLiteral(R"(\1=•••)")),
        // "a": "secret", "a": 123, and \"a\": \"secret\" within a string
        pattern(
            QStringLiteral(R"re("(%1|start_url)"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?\d+))re").arg(secretNames()),
            QStringLiteral(R"("\1":"•••")")),
        pattern(QStringLiteral(R"re(\\"(%1|start_url)\\"\s*:\s*(?:\\"(?:(?!\\").)*\\"|-?\d+))re")
                    .arg(secretNames()),
            QStringLiteral(R"(\"\1\":\"•••\")")),
        pattern(QStringLiteral(R"(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+)"), QStringLiteral(R"(\1 •••)")),
    };
    return all;
}

} // namespace

QString redacted(const QString &text)
{
    QString result = text;
    for (const Pattern &pattern : patterns())
        result.replace(pattern.shape, pattern.replacement);
    return result;
}

void installRedactingLog()
{
    const QtMessageHandler previous = qInstallMessageHandler(redactAndPassOn);
    if (previous != redactAndPassOn)
        s_next = previous;
}

} // namespace lectern
