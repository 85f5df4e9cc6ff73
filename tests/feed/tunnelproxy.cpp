// SPDX-License-Identifier: GPL-3.0-or-later
#include "tunnelproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace lectern::test {

TunnelProxy::TunnelProxy(quint16 serverPort)
    : m_serverPort(serverPort)
{
    connect(
        &m_server, &QTcpServer::newConnection, this, [this] { accept(m_server.nextPendingConnection()); });
    comeBack();
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QHostAddress(QHostAddress::LocalHost).toString(), m_port));
}

TunnelProxy::~TunnelProxy()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TunnelProxy::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("no loopback port");
    m_port = m_server.serverPort();
}

void TunnelProxy::goAway()
{
    m_server.close();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void TunnelProxy::askForPassword(const QByteArray &name, const QByteArray &password)
{
    m_wanted = "Basic " + QByteArray(name + ':' + password).toBase64();
}

void TunnelProxy::tellPassword(const QString &name, const QString &password)
{
    QNetworkProxy proxy = QNetworkProxy::applicationProxy();
    proxy.setUser(name);
    proxy.setPassword(password);
    QNetworkProxy::setApplicationProxy(proxy);
}

void TunnelProxy::accept(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, client, [this, client] {
        const QByteArray head = client->peek(8192);
        if (!head.contains("\r\n\r\n"))
            return;
        QObject::disconnect(client, &QTcpSocket::readyRead, client, nullptr);
        open(client, client->read(head.indexOf("\r\n\r\n") + 4));
    });
}

void TunnelProxy::open(QTcpSocket *client, const QByteArray &head)
{
    const QList<QByteArray> words = head.split('\r').first().split(' ');
    if (words.value(0) != "CONNECT") {
        client->write("HTTP/1.1 405 Only CONNECT\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    if (!m_wanted.isEmpty() && !head.contains(m_wanted)) {
        client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"School\"\r\n"
                      "Connection: close\r\nContent-Length: 0\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    m_asked.append(words.value(1));
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client,
        [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::disconnected, server, [server] { server->abort(); });
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
}

} // namespace lectern::test
