// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomsandbox.h"

namespace lectern::test {

namespace {

constexpr int patience = 30'000;

Result<zoom::Announcement> firstLineOf(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patience))
            return failure(
                ErrorCode::Protocol, QStringLiteral("the sandbox did not start"), process.errorString());
    }
    return zoom::decodeAnnouncement(process.readLine());
}

} // namespace

ZoomSandbox::ZoomSandbox(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(LECTERN_SANDBOX),
        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--school"),
            QStringLiteral("demo"), QStringLiteral("--still"), QStringLiteral("--exit-with-parent")}
            + arguments);
    m_announcement = firstLineOf(m_process);
}

ZoomSandbox::~ZoomSandbox()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
}

zoom::ServerToServerApp ZoomSandbox::app() const
{
    QUrl tokenUrl = m_announcement->oauth;
    tokenUrl.setPath(QStringLiteral("/oauth/token"));
    return zoom::ServerToServerApp{.accountId = m_announcement->accountId,
        .clientId = m_announcement->clientId,
        .clientSecret = m_announcement->clientSecret,
        .tokenUrl = tokenUrl,
        .apiUrl = m_announcement->api};
}

} // namespace lectern::test
