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

const QString &secretNames()
{
    static const QString names = QStringLiteral(
        "access_token|refresh_token|download_access_token|download_token|token|client_secret|api_secret|"
        "zak|tk|pwd|password|passcode|encrypted_password|recording_play_passcode|code_verifier|assertion");
    return names;
}

} // namespace

QString redacted(const QString &text)
{
    static const QRegularExpression query(
        QStringLiteral("\\b(%1)=[^&\\s\"'#]+").arg(secretNames()), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression json(
        QStringLiteral("\"(%1|start_url)\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"").arg(secretNames()),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(QStringLiteral("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+"),
        QRegularExpression::CaseInsensitiveOption);

    QString result = text;
    result.replace(query, QStringLiteral("\\1=•••"));
    result.replace(json, QStringLiteral("\"\\1\":\"•••\""));
    result.replace(header, QStringLiteral("\\1 •••"));
    return result;
}

void installRedactingLog()
{
    const QtMessageHandler previous = qInstallMessageHandler(redactAndPassOn);
    if (previous != redactAndPassOn)
        s_next = previous;
}

} // namespace lectern
