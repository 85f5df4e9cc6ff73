// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriber.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace relaykit {

Subscriber::Subscriber(QList<quint16> ports, QByteArray token)
    : m_ports(std::move(ports))
    , m_token(std::move(token))
{
    connectToNext();
}

void Subscriber::connectToNext()
{
    const quint16 port = m_ports[m_connections++ % m_ports.size()];
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/events"_s.arg(port)));
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Last-Event-ID", m_position);
    request.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { read(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        read(reply);
        reply->deleteLater();
        QTimer::singleShot(100, this, &Subscriber::connectToNext);
    });
}

void Subscriber::read(QNetworkReply *reply)
{
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    while (reply->canReadLine())
        readLine(reply->readLine().trimmed());
}

/// "id:" comes before "data:", and counts once the data has come.
void Subscriber::readLine(const QByteArray &line)
{
    if (line.startsWith("id: "))
        m_lastPosition = line.mid(4);
    if (!line.startsWith("data: "))
        return;
    m_position = m_lastPosition;
    m_numbers << static_cast<int>(
        QJsonDocument::fromJson(line.mid(6)).object()["event_ts"_L1].toInteger() % 1'000'000);
}

} // namespace relaykit
