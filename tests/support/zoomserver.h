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
        Kept, ///< whole, and the connection stays open for the next request
        Dropped, ///< the connection closes without an answer
        Truncated, ///< the connection closes after half of the body that was promised
        Never, ///< the connection stays open and silent
    } delivery = Delivery::Whole;
};

/// A tiny HTTP/1.1 server on 127.0.0.1 for the tests of what speaks HTTP, answered by a function. It closes
/// the connection after each answer that is not Kept.
class ZoomServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<HttpReply(const HttpRequest &)>;

    explicit ZoomServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const HttpRequest &request);

    Handler m_handler;
    QList<HttpRequest> m_requests;
    int m_connections = 0;
};

} // namespace lectern::test
