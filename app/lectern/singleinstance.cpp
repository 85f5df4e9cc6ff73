// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app {

namespace {

/// Longer than any link of ours.
constexpr qint64 longestLine = 4096;
constexpr int waitingMost = 8;
constexpr auto lineLimit = 2s;

/// Short enough for a socket's path, and another for every profile.
QString socketName(const QString &profileFolder)
{
    const QByteArray place = QDir(profileFolder).absolutePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().first(16);
    const QString name = u"lectern-"_s + QString::fromLatin1(digest);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? name : QDir(runtime).filePath(name);
}

} // namespace

SingleInstance::SingleInstance(const QString &profileFolder, QObject *parent)
    : QObject(parent)
    , m_name(socketName(profileFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(waitingMost);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

bool SingleInstance::handOver(const QString &link, std::chrono::milliseconds patience) const
{
    const int wait = static_cast<int>(patience.count());
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(wait))
        return false;
    socket.write(link.toUtf8().replace('\n', ' ') + '\n');
    // The other one closes when it has taken it.
    return socket.waitForBytesWritten(wait) && socket.waitForDisconnected(wait);
}

bool SingleInstance::listen()
{
    if (m_server.listen(m_name))
        return true;
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        auto *limit = new QTimer(socket);
        connect(limit, &QTimer::timeout, socket, &QLocalSocket::abort);
        limit->start(lineLimit);
        const auto take = [this, socket] {
            if (socket->bytesAvailable() > longestLine) {
                socket->abort();
            } else if (socket->canReadLine()) {
                const QString link = QString::fromUtf8(socket->readLine(longestLine)).trimmed();
                socket->disconnectFromServer();
                Q_EMIT startedAgain(link);
            }
        };
        connect(socket, &QLocalSocket::readyRead, this, take);
        take();
    }
}

} // namespace lectern::app
