// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaykit.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace relaykit {
namespace {

constexpr int patience = 20'000;

rlimit limitOf(qint64 bytes)
{
    return {static_cast<rlim_t>(bytes), RLIM_INFINITY};
}

/// The length of the first whole answer in \a bytes; 0 where it is not whole yet.
qsizetype answerLength(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    constexpr QByteArrayView field = "Content-Length: ";
    const qsizetype at = bytes.first(end).indexOf(field);
    const qsizetype length =
        at < 0 ? 0 : bytes.mid(at + field.size(), bytes.indexOf('\r', at) - at - field.size()).toLongLong();
    return bytes.size() >= end + 4 + length ? end + 4 + length : 0;
}

Answer parsed(const QByteArray &bytes)
{
    if (!bytes.startsWith("HTTP/1.1 "))
        return {};
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return {bytes.mid(9, 3).toInt(), bytes.first(end), bytes.mid(end + 4)};
}

boost::asio::awaitable<void> collect(lectern::relay::EventLog &log, QList<int> &numbers)
{
    lectern::relay::Position after = 0;
    for (int failures = 0; failures < 5;) {
        const std::string name = account.toStdString();
        const auto page = co_await log.read(name, after, 100);
        if (!page) {
            qWarning("reading the log: %s", page.error().message.c_str());
            ++failures; // as any reader, it comes again
            continue;
        }
        if (page->empty())
            co_return;
        for (const auto &kept : *page) {
            const auto event = QJsonDocument::fromJson(QByteArray::fromStdString(kept->event.json)).object();
            numbers << static_cast<int>(event["event_ts"_L1].toInteger() % 1'000'000);
            after = kept->position;
        }
    }
}

} // namespace

QByteArray eventBody(int number)
{
    return R"({"event":"meeting.started","event_ts":)" + QByteArray::number(1'760'000'000'000 + number)
        + R"(,"payload":{"account_id":")" + account
        + R"(","object":{"duration":60,"start_time":"2026-03-02T08:00:00Z","timezone":"Europe/Paris",)"
          R"("topic":"Algebra, the second hour","id":"98765432101","type":8,"uuid":"4444AAAiAAAAAiAiAiiAii==",)"
          R"("host_id":"x1yCzABCDEfg23HiJKl4mN"}}})";
}

qint64 secondsNow()
{
    return QDateTime::currentSecsSinceEpoch();
}

QByteArray signature(const QByteArray &body, qint64 timestamp, const QByteArray &key)
{
    const QByteArray message = "v0:" + QByteArray::number(timestamp) + ':' + body;
    return "v0=" + QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex();
}

QByteArray request(const QByteArray &body, const QByteArray &fields)
{
    return "POST /zoom/webhook HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json; charset=utf-8\r\n"
        + fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray signedRequest(const QByteArray &body, qint64 timestamp)
{
    return request(body,
        "x-zm-request-timestamp: " + QByteArray::number(timestamp)
            + "\r\nx-zm-signature: " + signature(body, timestamp) + "\r\n");
}

bool RelayProcess::start(const QString &log, const QStringList &more, const Environment &environment)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"LECTERN_RELAY_WEBHOOK_SECRET"_s, QString::fromUtf8(secret));
    variables.insert(u"LECTERN_RELAY_ACCOUNT"_s, QString::fromUtf8(account));
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    m_process->setProcessEnvironment(variables);
    if (m_mostBytes > 0)
        m_process->setChildProcessModifier(
            [most = limitOf(m_mostBytes)] { ::setrlimit(RLIMIT_FSIZE, &most); });
    m_process->start(QStringLiteral(LECTERN_BIN_DIR "/lectern-relay"),
        QStringList{u"serve"_s, u"--listen"_s, m_listen, u"--log"_s, log} + more);
    QElapsedTimer timer;
    timer.start();
    while (!m_process->canReadLine() && timer.elapsed() < 2 * patience
        && m_process->state() != QProcess::NotRunning)
        m_process->waitForReadyRead(100);
    m_url = QJsonDocument::fromJson(m_process->readLine()).object()["url"_L1].toString().toUtf8();
    m_port = static_cast<quint16>(QUrl(QString::fromUtf8(m_url)).port(0));
    if (m_port == 0)
        qWarning("lectern-relay does not serve: %s", m_process->readAllStandardError().constData());
    return m_port != 0;
}

void RelayProcess::limitFilesNow(qint64 bytes) const
{
    const rlimit most = limitOf(bytes);
    ::prlimit(static_cast<pid_t>(m_process->processId()), RLIMIT_FSIZE, &most, nullptr);
}

void RelayProcess::kill()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
    m_process->waitForFinished(patience);
}

int RelayProcess::stop()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(patience) || m_process->exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process->exitCode();
}

RelayProcess::~RelayProcess()
{
    if (m_process && m_process->state() != QProcess::NotRunning)
        kill();
}

Answer RelayProcess::send(const QByteArray &bytes) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write(bytes);
    QByteArray received;
    while (answerLength(received) == 0 && socket.waitForReadyRead(patience))
        received += socket.readAll();
    received += socket.readAll();
    return parsed(received);
}

Answer RelayProcess::get(const QByteArray &path) const
{
    return send("GET " + path + " HTTP/1.1\r\nHost: relay\r\n\r\n");
}

struct Burst::Line
{
    QTcpSocket socket;
    QByteArray received;
    int number = -1; ///< the event that waits for its answer
    bool isOpen = true;
};

Burst::Burst(QList<quint16> ports, int connections, int events)
    : m_events(events)
{
    for (int i = 0; i < connections; ++i) {
        m_lines.push_back(std::make_unique<Line>());
        Line &line = *m_lines.back();
        QObject::connect(&line.socket, &QTcpSocket::connected, &line.socket, [this, &line] { next(line); });
        QObject::connect(&line.socket, &QTcpSocket::readyRead, &line.socket, [this, &line] { read(line); });
        QObject::connect(
            &line.socket, &QTcpSocket::disconnected, &line.socket, [this, &line] { lost(line); });
        QObject::connect(
            &line.socket, &QTcpSocket::errorOccurred, &line.socket, [this, &line] { lost(line); });
        line.socket.connectToHost(u"127.0.0.1"_s, ports[i % ports.size()]);
    }
}

Burst::~Burst()
{
    for (const auto &line : m_lines)
        line->socket.disconnect();
}

void Burst::next(Line &line)
{
    if (m_next >= m_events)
        return;
    line.number = m_next++;
    line.socket.write(signedRequest(eventBody(line.number)));
}

void Burst::read(Line &line)
{
    line.received += line.socket.readAll();
    const qsizetype length = answerLength(line.received);
    if (length == 0 || line.number < 0)
        return;
    auto &list = parsed(line.received.first(length)).status == 200 ? m_acknowledged : m_unanswered;
    list << std::exchange(line.number, -1);
    line.received.remove(0, length);
    next(line);
}

void Burst::lost(Line &line)
{
    line.isOpen = false;
    if (line.number >= 0)
        m_unanswered << std::exchange(line.number, -1);
}

bool Burst::isOver() const
{
    return std::ranges::all_of(m_lines,
        [this](const auto &line) { return !line->isOpen || (line->number < 0 && m_next >= m_events); });
}

QList<int> numbersIn(const QString &log)
{
    using namespace lectern::relay;
    boost::asio::io_context context(1);
    const auto address = readLogAddress(log.toStdString());
    auto store = openLog(*address, LogStore::Use::Visit, {}, [] { return 0; }, context.get_executor());
    if (!store) {
        qWarning("%s", store.error().message.c_str());
        return {};
    }
    QList<int> numbers;
    boost::asio::co_spawn(context, collect((*store)->events(), numbers),
        [&context](const std::exception_ptr &) { context.stop(); });
    context.run();
    return numbers;
}

} // namespace relaykit
