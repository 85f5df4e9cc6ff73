// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomserver.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace lectern::test {

namespace {

/// The request in `bytes`, or nothing while it is not all there.
std::optional<HttpRequest> parseRequest(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    HttpRequest request;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.verb = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    request.body = bytes.mid(end + 4);
    const bool isWhole = request.body.size() >= request.headers.value("content-length").toLongLong();
    return isWhole ? std::optional(request) : std::nullopt;
}

QByteArray headOf(const HttpReply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Reply\r\n";
    if (reply.delivery != HttpReply::Delivery::Kept)
        head += "Connection: close\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
}

} // namespace

ZoomServer::ZoomServer(Handler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(socket);
    });
    listen(QHostAddress::LocalHost);
}

QUrl ZoomServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

void ZoomServer::serve(QTcpSocket *socket)
{
    ++m_connections;
    const auto buffer = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
        *buffer += socket->readAll();
        if (const std::optional<HttpRequest> request = parseRequest(*buffer)) {
            buffer->clear();
            answer(socket, *request);
        }
    });
}

void ZoomServer::answer(QTcpSocket *socket, const HttpRequest &request)
{
    m_requests.append(request);
    using Delivery = HttpReply::Delivery;
    const HttpReply reply = m_handler(request);
    if (reply.delivery == Delivery::Never)
        return;
    if (reply.delivery != Delivery::Dropped) {
        const bool isHalf = reply.delivery == Delivery::Truncated;
        socket->write(headOf(reply));
        socket->write(isHalf ? reply.body.left(reply.body.size() / 2) : reply.body);
    }
    if (reply.delivery != Delivery::Kept)
        socket->disconnectFromHost();
}

} // namespace lectern::test
