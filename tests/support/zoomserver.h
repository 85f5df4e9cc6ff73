// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace lectern::test {

/// A request as it arrived; header names in lower case.
struct HttpRequest
{
    QByteArray verb;
    QByteArray target; ///< path and query as sent
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

struct HttpReply
{
    int status = 200;
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {};
    enum class Delivery {
        Whole,
        Truncated, ///< the connection closes after half of the body that was promised
        Never, ///< the connection stays open and silent
    } delivery = Delivery::Whole;
};

/// A tiny HTTP/1.1 server on 127.0.0.1 for the tests of what speaks HTTP: one request a connection, answered
/// by a function.
class ZoomServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<HttpReply(const HttpRequest &)>;

    explicit ZoomServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }

private:
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const HttpRequest &request);

    Handler m_handler;
    QList<HttpRequest> m_requests;
};

} // namespace lectern::test
