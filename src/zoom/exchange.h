// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/oneshot.h"
#include "zoom/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace lectern::zoom {

/// One request on its way: follows redirects, keeps the limits, and resolves its result exactly once.
/// Deletes itself afterwards. For NetworkTransport only.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(Request request, QNetworkAccessManager &network, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] OneShot<Result<Response>> result() const { return m_result; }
    void start();
    void cancel();

private:
    void sendTo(const QUrl &url);
    void readSome();
    void finish();
    void follow(const QUrl &target);
    void stop(Error error);
    /// Delivers from the event loop: whoever is resumed may destroy this, and its reply, at once.
    void conclude(Result<Response> result);
    void deliver();
    [[nodiscard]] QNetworkReply *begin(QNetworkRequest request);
    [[nodiscard]] QNetworkRequest requestTo(const QUrl &url) const;
    [[nodiscard]] Response responseSoFar() const;
    [[nodiscard]] Error networkError() const;
    [[nodiscard]] Error error(ErrorCode code, const QString &message, const QString &detail) const;

    Request m_request;
    QNetworkAccessManager &m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    int m_redirects = 0;
    std::optional<Result<Response>> m_outcome;
    OneShot<Result<Response>> m_result;
};

} // namespace lectern::zoom
