// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

namespace lectern::test {

/// The proxy of a school's network: joins whoever asks with CONNECT to a server on this computer, whatever
/// host they asked for. While it lives, this process goes through it.
class TunnelProxy : public QObject
{
    Q_OBJECT

public:
    explicit TunnelProxy(quint16 serverPort);
    ~TunnelProxy() override;

    /// "host:port" of each tunnel that was asked for.
    [[nodiscard]] const QList<QByteArray> &asked() const { return m_asked; }
    /// Ends every tunnel and accepts no other.
    void goAway();
    void comeBack();
    /// From now on only \a name with \a password gets through; this process does not know them yet.
    void askForPassword(const QByteArray &name, const QByteArray &password);
    /// As when the proxy's address in the system's settings has them.
    void tellPassword(const QString &name, const QString &password);

private:
    void accept(QTcpSocket *client);
    void open(QTcpSocket *client, const QByteArray &head);

    QTcpServer m_server;
    quint16 m_port = 0;
    quint16 m_serverPort;
    QByteArray m_wanted; // the Proxy-Authorization
    QList<QByteArray> m_asked;
};

} // namespace lectern::test
