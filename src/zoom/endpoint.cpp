// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/endpoint.h"

#include <QUrl>

namespace lectern::zoom {

QCoro::Task<Result<void>> perform(std::shared_ptr<Channel> channel, Call call)
{
    QCoro::Task<Result<Response>> calling = channel->call(std::move(call));
    const Result<Response> response = co_await calling;
    if (!response)
        co_return Result<void>(std::unexpected(response.error()));
    co_return Result<void>();
}

Error withOrigin(Error error, const QString &operation, const Response &response)
{
    error.httpStatus = response.status;
    error.detail.prepend(operation + QStringLiteral(": "));
    const QByteArray trackingId = response.header("x-zm-trackingid");
    if (!trackingId.isEmpty())
        error.detail += QStringLiteral(", tracking id ") + QString::fromLatin1(trackingId);
    return error;
}

QByteArray segment(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray segment(qint64 id)
{
    return QByteArray::number(id);
}

QByteArray uuidSegment(const QString &uuid)
{
    const QByteArray once = QUrl::toPercentEncoding(uuid);
    return uuid.contains(u'/') ? QByteArray(once).replace('%', "%25") : once;
}

} // namespace lectern::zoom
