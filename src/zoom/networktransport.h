// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/transport.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace lectern::zoom {

/// The real Transport. Verifies TLS; sends no cookie; follows the redirects of a GET itself, without the
/// credentials when they lead to another origin. A GET may reach the server twice, everything else once at
/// most: an answer that got lost is Network. Destroying it ends what is outstanding with Cancelled.
class NetworkTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    explicit NetworkTransport(QObject *parent = nullptr);
    ~NetworkTransport() override;

    [[nodiscard]] QCoro::Task<Result<Response>> send(Request request) override;
    void cancelAll() override;

private:
    QNetworkAccessManager m_network;
};

} // namespace lectern::zoom
