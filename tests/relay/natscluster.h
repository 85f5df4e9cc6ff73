// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace relaykit {

/// Real nats-servers with JetStream on this machine: one alone, or several as a cluster.
class NatsCluster
{
public:
    [[nodiscard]] static bool isInstalled();

    /// Starts the nodes and waits until they answer.
    [[nodiscard]] bool start(int nodes);
    ~NatsCluster();

    /// What lectern-relay is given: "nats://127.0.0.1:4222,…".
    [[nodiscard]] QString log() const;
    /// SIGKILL.
    void kill(int node);
    /// A node that was killed comes back, with what it had.
    [[nodiscard]] bool restart(int node);
    /// Before start(): whom the nodes let in, in the words of their configuration; everybody otherwise.
    void letIn(QByteArray config);
    /// Before start(): what JetStream may keep on a node. Otherwise enough for a log of the usual size, and
    /// not for two.
    void giveRoom(qint64 bytes);

private:
    struct Node
    {
        QProcess process;
        quint16 clients = 0;
        quint16 routes = 0;
    };

    [[nodiscard]] QByteArray configOf(std::size_t node) const;
    void run(std::size_t node);

    QTemporaryDir m_dir;
    QByteArray m_access;
    qint64 m_room = qint64{6} << 30;
    std::vector<std::unique_ptr<Node>> m_nodes;
};

} // namespace relaykit
