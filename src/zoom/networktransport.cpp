// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/networktransport.h"

#include "zoom/exchange.h"

#include <QPointer>

namespace lectern::zoom {

NetworkTransport::NetworkTransport(QObject *parent)
    : QObject(parent)
{
    m_network.setAutoDeleteReplies(false);
    m_network.setStrictTransportSecurityEnabled(true);
}

NetworkTransport::~NetworkTransport()
{
    cancelAll();
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

QCoro::Task<Result<Response>> NetworkTransport::send(Request request)
{
    // The exchange may end, and this object with it, while the coroutine waits: only the result is touched.
    auto *exchange = new Exchange(std::move(request), m_network, this);
    const OneShot<Result<Response>> result = exchange->result();
    exchange->start();
    Result<Response> response = co_await result;
    co_return response;
}

void NetworkTransport::cancelAll()
{
    QList<QPointer<Exchange>> exchanges;
    for (Exchange *exchange : findChildren<Exchange *>(Qt::FindDirectChildrenOnly))
        exchanges.append(exchange);
    for (const QPointer<Exchange> &exchange : exchanges) {
        if (exchange)
            exchange->cancel();
    }
}

} // namespace lectern::zoom
