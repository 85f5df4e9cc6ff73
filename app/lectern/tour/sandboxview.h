// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <QCoroTask>

namespace lectern::app {

/// The sandbox's own truth, asked over its control interface. An empty object means that it has no such
/// thing.
class SandboxView
{
public:
    explicit SandboxView(QUrl control);

    [[nodiscard]] QCoro::Task<QJsonObject> get(QString path);
    /// Lets every request to Zoom's API fail as if the network were gone, until goOnline().
    [[nodiscard]] QCoro::Task<void> goOffline();
    [[nodiscard]] QCoro::Task<void> goOnline();

private:
    [[nodiscard]] QUrl address(const QString &path) const;

    QUrl m_control;
    QNetworkAccessManager m_network;
};

} // namespace lectern::app
