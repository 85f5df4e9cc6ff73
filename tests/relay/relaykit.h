// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/logstore.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

/// Runs the real lectern-relay, and speaks to it as Zoom does: in bytes over TCP.
namespace relaykit {

inline const QByteArray secret = "a secret of the test's own";
inline const QByteArray account = "abcDEF123";

/// A meeting.started that no other \a number has.
[[nodiscard]] QByteArray eventBody(int number);
[[nodiscard]] qint64 secondsNow();
[[nodiscard]] QByteArray signature(const QByteArray &body, qint64 timestamp, const QByteArray &key = secret);
/// A whole HTTP request with these header fields ("Name: value\r\n" each).
[[nodiscard]] QByteArray request(const QByteArray &body, const QByteArray &fields);
/// The same, signed right.
[[nodiscard]] QByteArray signedRequest(const QByteArray &body, qint64 timestamp = secondsNow());

struct Answer
{
    int status = 0; ///< 0: the connection was closed without one
    QByteArray head;
    QByteArray body;
};

/// One program under test. Its log and its configuration are the caller's.
class RelayProcess
{
public:
    using Environment = QList<std::pair<QString, QString>>;

    /// Starts it on a free port; false, with its words in the test's log, when it does not say its URL.
    [[nodiscard]] bool start(
        const QString &log, const QStringList &more = {}, const Environment &environment = {});
    /// Before start(): the greatest size of a file that it may write, in bytes. An error to it like a full
    /// disk.
    void limitFiles(qint64 bytes) { m_mostBytes = bytes; }
    /// The same while it runs.
    void limitFilesNow(qint64 bytes) const;
    /// Before start(): another place than a free port of 127.0.0.1.
    void listenOn(QString address) { m_listen = std::move(address); }
    /// SIGKILL.
    void kill();
    /// SIGTERM; the exit code, or -1.
    [[nodiscard]] int stop();
    ~RelayProcess();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process->processId(); }
    [[nodiscard]] QByteArray errors() { return m_process->readAllStandardError(); }
    [[nodiscard]] const QByteArray &url() const { return m_url; }

    /// Sends the bytes on a connection of their own and waits for the answer.
    [[nodiscard]] Answer send(const QByteArray &bytes) const;
    [[nodiscard]] Answer post(const QByteArray &body) const { return send(signedRequest(body)); }
    [[nodiscard]] Answer get(const QByteArray &path) const;

private:
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QByteArray m_url;
    qint64 m_mostBytes = 0;
    QString m_listen = QStringLiteral("127.0.0.1:0");
};

/// Many keep-alive connections that each bring one event after another, to one or more relays.
class Burst
{
public:
    Burst(QList<quint16> ports, int connections, int events);
    ~Burst();

    /// The numbers of the events that were answered 200.
    [[nodiscard]] const QList<int> &acknowledged() const { return m_acknowledged; }
    /// Answered otherwise, or left without an answer when the connection closed.
    [[nodiscard]] const QList<int> &unanswered() const { return m_unanswered; }
    /// Every event has been tried and every connection has closed or has nothing left to do.
    [[nodiscard]] bool isOver() const;

private:
    struct Line;
    void next(Line &line);
    void read(Line &line);
    void lost(Line &line);

    std::vector<std::unique_ptr<Line>> m_lines;
    int m_next = 0;
    int m_events;
    QList<int> m_acknowledged;
    QList<int> m_unanswered;
};

/// The numbers of all events that the log has, in its order.
[[nodiscard]] QList<int> numbersIn(const QString &log);

} // namespace relaykit
