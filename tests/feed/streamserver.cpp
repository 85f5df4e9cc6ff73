// SPDX-License-Identifier: GPL-3.0-or-later
#include "streamserver.h"

#include <QHostAddress>
#include <QtEndian>

namespace lectern::test {

namespace {

SeenRequest requestOf(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    SeenRequest request{first.value(0), first.value(1), {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return request;
}

} // namespace

StreamServer::StreamServer(std::unique_ptr<QTcpServer> server)
    : m_server(std::move(server))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &StreamServer::accept);
    comeBack();
}

StreamServer::~StreamServer()
{
    for (QTcpSocket *socket : m_unread.keys())
        socket->disconnect(this);
}

QUrl StreamServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

qsizetype StreamServer::open() const
{
    return m_unread.size();
}

void StreamServer::answer(const QByteArray &path, const QByteArray &bytes, Then then)
{
    m_answers[path].append({bytes, then});
}

void StreamServer::send(const QByteArray &bytes)
{
    if (m_latest) {
        m_latest->write(bytes);
        m_latest->flush();
    }
}

void StreamServer::close()
{
    if (m_latest)
        m_latest->disconnectFromHost();
}

void StreamServer::goAway()
{
    m_server->close();
    for (QTcpSocket *socket : m_unread.keys())
        socket->abort();
}

void StreamServer::comeBack()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("no loopback port");
    m_port = m_server->serverPort();
}

void StreamServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_unread.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_unread.remove(socket);
            socket->deleteLater();
        });
    }
}

void StreamServer::read(QTcpSocket *socket)
{
    QByteArray &unread = m_unread[socket];
    unread += socket->readAll();
    const qsizetype end = unread.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const SeenRequest request = requestOf(unread.first(end));
    unread.clear();
    m_latest = socket;
    m_seen.append(request);
    reply(socket, request);
}

void StreamServer::reply(QTcpSocket *socket, const SeenRequest &request)
{
    const QByteArray path = QUrl::fromEncoded(request.target).path().toLatin1();
    QList<Answer> &answers = m_answers[path];
    if (answers.isEmpty())
        return;
    const Answer answer = answers.size() > 1 ? answers.takeFirst() : answers.first();
    socket->write(answer.bytes);
    if (answer.then == Then::Close)
        socket->disconnectFromHost();
}

QByteArray streamHead(const QByteArray &moreHeaders)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n"
        + moreHeaders + "\r\n";
}

QByteArray wholeAnswer(
    int status, const QByteArray &body, const QByteArray &type, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

QByteArray frame(const QByteArray &id, const QByteArray &data)
{
    return "id: " + id + "\ndata: " + data + "\n\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray gzipHead()
{
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
}

QByteArray gzipPiece(const QByteArray &bytes)
{
    const quint16 size = qToLittleEndian(quint16(bytes.size()));
    const quint16 inverse = qToLittleEndian(quint16(~quint16(bytes.size())));
    QByteArray out(1, '\0');
    out.append(reinterpret_cast<const char *>(&size), 2).append(reinterpret_cast<const char *>(&inverse), 2);
    return out + bytes;
}

} // namespace lectern::test
