// SPDX-License-Identifier: GPL-3.0-or-later
#include "demorelay.h"

#include "zoom/announcement.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app {

namespace {

constexpr auto replyLimit = 10s;
const QString relayProgram = u"lectern-relay"_s;

/// For this run alone, so that no token of another run is good for it.
QString newSigningKey()
{
    QByteArray key(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    return QString::fromLatin1(key.toHex());
}

} // namespace

DemoRelay::DemoRelay(School school, QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_school(std::move(school))
    , m_network(network)
    , m_signingKey(newSigningKey())
    , m_serve(relayProgram, this)
    , m_invite(relayProgram, this)
{
    connect(&m_serve, &DemoProcess::announced, this, &DemoRelay::onAnnounced);
    connect(&m_serve, &DemoProcess::failed, this, &DemoRelay::fail);
    connect(&m_invite, &DemoProcess::announced, this,
        [this](const QByteArray &line) { finish(QUrl(QString::fromUtf8(line).trimmed())); });
    connect(&m_invite, &DemoProcess::failed, this, &DemoRelay::fail);
}

QString DemoRelay::log() const
{
    return u"sqlite:"_s + m_folder.filePath(u"relay.sqlite"_s);
}

void DemoRelay::giveKeys(DemoProcess &process) const
{
    process.setVariable(
        u"LECTERN_RELAY_WEBHOOK_SECRET"_s, QString::fromUtf8(m_school.webhookSecret.reveal()));
    process.setVariable(u"LECTERN_RELAY_SIGNING_KEY"_s, m_signingKey);
}

void DemoRelay::start()
{
    giveKeys(m_serve);
    m_serve.start({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--log"_s, log(), u"--exit-with-parent"_s});
}

void DemoRelay::onAnnounced(const QByteArray &line)
{
    const Result<QUrl> relay = zoom::decodeRelayAnnouncement(line);
    if (relay)
        subscribe(*relay);
    else
        finish(std::unexpected(relay.error()));
}

void DemoRelay::subscribe(const QUrl &relay)
{
    QUrl webhooks = m_school.control;
    webhooks.setPath(webhooks.path() + u"/webhooks"_s);
    QUrl receiver = relay;
    receiver.setPath(u"/zoom/webhook"_s);
    QNetworkRequest request(webhooks);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(replyLimit).count()));
    QNetworkReply *reply =
        m_network.post(request, R"({"url":")" + receiver.toEncoded(QUrl::FullyEncoded) + R"("})");
    connect(reply, &QNetworkReply::finished, this, [this, reply, relay] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError)
            invite(relay);
        else
            fail(reply->errorString());
    });
}

void DemoRelay::invite(const QUrl &relay)
{
    giveKeys(m_invite);
    m_invite.start(
        {u"invite"_s, u"--email"_s, u"administrator@lakeside.example"_s, u"--name"_s, tr("This desktop"),
            u"--role"_s, u"administrator"_s, u"--url"_s, relay.toString(), u"--log"_s, log()});
}

void DemoRelay::fail(const QString &detail)
{
    finish(failure(ErrorCode::Server,
        tr("The demo school's relay does not run: what happens in a meeting is shown a little later."),
        detail));
}

void DemoRelay::finish(const Result<QUrl> &invitation)
{
    if (!std::exchange(m_isDone, true))
        Q_EMIT ready(invitation);
}

} // namespace lectern::app
