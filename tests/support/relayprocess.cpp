// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/relayprocess.h"

namespace lectern::test {

namespace {

constexpr int patience = 30'000;

} // namespace

RelayProcess::RelayProcess(const zoom::Announcement &zoom)
    : m_zoom(zoom)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

RelayProcess::~RelayProcess()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
        m_process.kill();
}

QProcessEnvironment RelayProcess::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(
        QStringLiteral("LECTERN_RELAY_WEBHOOK_SECRET"), QString::fromUtf8(m_zoom.webhookSecret.reveal()));
    environment.insert(QStringLiteral("LECTERN_RELAY_ACCOUNT"), m_zoom.accountId);
    return environment;
}

bool RelayProcess::start()
{
    const int port = m_url.port(0);
    m_process.setProcessEnvironment(environment());
    m_process.start(QStringLiteral(LECTERN_RELAY),
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
            QStringLiteral("--log"), QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("log")),
            QStringLiteral("--exit-with-parent")});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return false;
    }
    const Result<QUrl> url = zoom::decodeRelayAnnouncement(m_process.readLine());
    if (url)
        m_url = *url;
    return url.has_value();
}

void RelayProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QUrl RelayProcess::invite(const QString &email, const QString &role, const QString &name) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(LECTERN_RELAY),
        {QStringLiteral("invite"), QStringLiteral("--log"),
            QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("log")), QStringLiteral("--email"),
            email, QStringLiteral("--role"), role, QStringLiteral("--name"), name, QStringLiteral("--url"),
            m_url.toString()});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        return {};
    return QUrl(QString::fromUtf8(process.readAllStandardOutput()).trimmed());
}

QString RelayProcess::webhook() const
{
    return m_url.toString() + QStringLiteral("/zoom/webhook");
}

} // namespace lectern::test
