// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"

#include <qcoro/qcorotask.h>

namespace lectern::zoom {

/// Calls, and reads the answer with `decode`; what does not decode names the operation and Zoom's tracking
/// id.
template <typename T>
QCoro::Task<Result<T>> fetch(
    std::shared_ptr<Channel> channel, Call call, Result<T> (*decode)(const QByteArray &json))
{
    const QString operation = call.operation();
    QCoro::Task<Result<Response>> calling = channel->call(std::move(call));
    const Result<Response> response = co_await calling;
    if (!response)
        co_return Result<T>(std::unexpected(response.error()));
    Result<T> decoded = decode(response->body);
    if (!decoded)
        decoded = std::unexpected(withOrigin(decoded.error(), operation, *response));
    co_return decoded;
}

/// Calls, and drops the answer.
[[nodiscard]] QCoro::Task<Result<void>> perform(std::shared_ptr<Channel> channel, Call call);

/// The error with the operation and Zoom's tracking id in its detail.
[[nodiscard]] Error withOrigin(Error error, const QString &operation, const Response &response);

/// A path segment, percent-encoded.
[[nodiscard]] QByteArray segment(const QString &text);
[[nodiscard]] QByteArray segment(qint64 id);
/// The UUID of an instance: encoded twice where it holds a slash, as Zoom asks for.
[[nodiscard]] QByteArray uuidSegment(const QString &uuid);

} // namespace lectern::zoom
