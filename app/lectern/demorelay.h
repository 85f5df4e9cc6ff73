// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "demoprocess.h"

#include <QObject>
#include <QTemporaryDir>
#include <QUrl>

class QNetworkAccessManager;

namespace lectern::app {

/// The demo school's relay: lectern-relay on this computer, fed by the sandbox's webhooks, with an invitation
/// for the desktop beside it. Lives on the thread of the demo school.
class DemoRelay : public QObject
{
    Q_OBJECT

public:
    struct School
    {
        QUrl control; ///< the sandbox's control interface
        Secret webhookSecret;
    };

    DemoRelay(School school, QNetworkAccessManager &network, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// The relay runs and is fed; the link lets an administrator's desktop in. Told once, good or bad.
    void ready(const lectern::Result<QUrl> &invitation);

private:
    void onAnnounced(const QByteArray &line);
    void subscribe(const QUrl &relay);
    void invite(const QUrl &relay);
    void finish(const Result<QUrl> &invitation);
    void fail(const QString &detail);
    void giveKeys(DemoProcess &process) const;
    [[nodiscard]] QString log() const;

    School m_school;
    QNetworkAccessManager &m_network;
    QTemporaryDir m_folder;
    QString m_signingKey;
    DemoProcess m_serve;
    DemoProcess m_invite;
    bool m_isDone = false;
};

} // namespace lectern::app
