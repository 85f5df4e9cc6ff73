// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace relaykit {

/// An administrator's desktop, as far as events go: follows one relay after another, and resumes where it
/// was.
class Subscriber : public QObject
{
    Q_OBJECT

public:
    /// Begins with the oldest event at the first of the ports.
    Subscriber(QList<quint16> ports, QByteArray token);

    /// The numbers of the events it was told, in their order.
    [[nodiscard]] const QList<int> &numbers() const { return m_numbers; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// The status of the last answer; 0 before the first.
    [[nodiscard]] int status() const { return m_status; }

private:
    void connectToNext();
    void read(QNetworkReply *reply);
    void readLine(const QByteArray &line);

    QNetworkAccessManager m_network;
    QList<quint16> m_ports;
    QByteArray m_token;
    QByteArray m_position = "0";
    QByteArray m_lastPosition;
    QList<int> m_numbers;
    int m_connections = 0;
    int m_status = 0;
};

} // namespace relaykit
