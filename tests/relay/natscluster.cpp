// SPDX-License-Identifier: GPL-3.0-or-later
#include "natscluster.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace relaykit {
namespace {

QString program()
{
    const QString found = QStandardPaths::findExecutable(u"nats-server"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"nats-server"_s, {u"/usr/sbin"_s}) : found;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool greets(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForReadyRead(200) && socket.readAll().startsWith("INFO ");
}

} // namespace

bool NatsCluster::isInstalled()
{
    return !program().isEmpty();
}

QByteArray NatsCluster::configOf(std::size_t node) const
{
    const QByteArray name = "n" + QByteArray::number(node + 1);
    QByteArray text = "server_name: " + name
        + "\nlisten: 127.0.0.1:" + QByteArray::number(m_nodes[node]->clients)
        + "\nmax_payload: 2MB\njetstream { store_dir: \"" + m_dir.filePath(QString::fromUtf8(name)).toUtf8()
        + "\", max_file_store: " + QByteArray::number(m_room) + " }\n" + m_access;
    if (m_nodes.size() == 1)
        return text;
    text += "cluster {\n  name: test\n  listen: 127.0.0.1:" + QByteArray::number(m_nodes[node]->routes)
        + "\n  routes: [\n";
    for (const auto &other : m_nodes)
        text += "    nats-route://127.0.0.1:" + QByteArray::number(other->routes) + '\n';
    return text + "  ]\n}\n";
}

bool NatsCluster::start(int nodes)
{
    for (int i = 0; i < nodes; ++i) {
        m_nodes.push_back(std::make_unique<Node>());
        m_nodes.back()->clients = freePort();
        m_nodes.back()->routes = freePort();
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        QFile file(m_dir.filePath(u"%1.conf"_s.arg(i)));
        const QByteArray config = configOf(i);
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            return false;
        file.close();
        run(i);
    }
    return std::ranges::all_of(m_nodes,
        [](const auto &node) { return QTest::qWaitFor([&node] { return greets(node->clients); }, 30'000); });
}

void NatsCluster::run(std::size_t node)
{
    QProcess &process = m_nodes[node]->process;
    process.setStandardErrorFile(m_dir.filePath(u"%1.log"_s.arg(node)), QIODevice::Append);
    process.start(program(), {u"-c"_s, m_dir.filePath(u"%1.conf"_s.arg(node))});
}

bool NatsCluster::restart(int node)
{
    run(static_cast<std::size_t>(node));
    const quint16 port = m_nodes[static_cast<std::size_t>(node)]->clients;
    return QTest::qWaitFor([port] { return greets(port); }, 30'000);
}

void NatsCluster::giveRoom(qint64 bytes)
{
    m_room = bytes;
}

void NatsCluster::letIn(QByteArray config)
{
    m_access = std::move(config);
}

NatsCluster::~NatsCluster()
{
    for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i)
        kill(i);
}

QString NatsCluster::log() const
{
    QStringList hosts;
    for (const auto &node : m_nodes)
        hosts << u"127.0.0.1:%1"_s.arg(node->clients);
    return u"nats://"_s + hosts.join(u',');
}

void NatsCluster::kill(int node)
{
    QProcess &process = m_nodes[static_cast<std::size_t>(node)]->process;
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
}

} // namespace relaykit
