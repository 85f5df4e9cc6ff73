// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace lectern::test {

/// What a request was, less its body.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< by lower-case name
};

/// An HTTP server on a free loopback port that answers with exactly the bytes it is told, and can go on
/// sending, or stop, in the middle of anything.
class StreamServer : public QObject
{
    Q_OBJECT

public:
    enum class Then { KeepOpen, Close };

    /// `server` accepts the connections; it may add TLS.
    explicit StreamServer(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());
    ~StreamServer() override;

    [[nodiscard]] QUrl url() const; ///< http
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const QList<SeenRequest> &seen() const { return m_seen; }
    [[nodiscard]] qsizetype open() const;

    /// The answer to the next request for `path`; the last one told answers all that follow. Without any: no
    /// answer at all.
    void answer(const QByteArray &path, const QByteArray &bytes, Then then = Then::KeepOpen);
    /// To the connection that asked last.
    void send(const QByteArray &bytes);
    /// Closes it; what was sent arrives.
    void close();
    /// Refuses connections from now on, and ends those there are.
    void goAway();
    void comeBack();

private:
    struct Answer
    {
        QByteArray bytes;
        Then then = Then::KeepOpen;
    };

    void accept();
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket, const SeenRequest &request);

    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    QHash<QByteArray, QList<Answer>> m_answers;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QList<SeenRequest> m_seen;
    QPointer<QTcpSocket> m_latest;
};

/// The head of an event stream that lasts until the connection ends.
[[nodiscard]] QByteArray streamHead(const QByteArray &moreHeaders = {});
/// A whole answer with that status.
[[nodiscard]] QByteArray wholeAnswer(int status, const QByteArray &body,
    const QByteArray &type = "application/json", const QByteArray &moreHeaders = {});
/// One event as the relay writes it.
[[nodiscard]] QByteArray frame(const QByteArray &id, const QByteArray &data);
/// One chunk of a body with Transfer-Encoding: chunked.
[[nodiscard]] QByteArray chunk(const QByteArray &bytes);
/// The first bytes of a gzip stream, and one flushed piece of it (stored, not compressed).
[[nodiscard]] QByteArray gzipHead();
[[nodiscard]] QByteArray gzipPiece(const QByteArray &bytes);

} // namespace lectern::test
