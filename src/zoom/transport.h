// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <qcoro/qcorotask.h>

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>

namespace lectern::zoom {

enum class Verb { Get, Post, Put, Patch, Delete };

[[nodiscard]] QByteArray verbName(Verb verb);

/// Who waits for the answer: a person who clicked, or nobody in particular.
enum class RequestClass { Interactive, Background };

enum class HttpVersion { Any, Http11 };

/// The most that is read of one answer.
inline constexpr qint64 maxBodySize = qint64{16} * 1024 * 1024;

/// One HTTP request, complete.
struct Request
{
    Verb verb = Verb::Get;
    /// https, or http to this computer; else it is refused before anything is sent.
    QUrl url;
    QByteArray body = {};
    QByteArray contentType = {};
    /// The value of the Authorization header; empty: none. Never follows a redirect to another origin.
    Secret authorization = {};
    /// For the whole exchange, redirects included.
    std::chrono::milliseconds timeout{30'000};
    qint64 bodyLimit = maxBodySize;
    HttpVersion version = HttpVersion::Any;
    RequestClass requestClass = RequestClass::Background;
};

/// An HTTP answer of any status, redirects already followed.
struct Response
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};

    /// The value of the named header, without regard to case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Carries requests to a server. Lives on one thread. An Error means that there was no (whole) answer:
/// Network, Timeout, Tls, Protocol (too large, a redirect that is not followed), Invalid (insecure address)
/// or Cancelled.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual QCoro::Task<Result<Response>> send(Request request) = 0;
    /// Ends every outstanding send() with Cancelled before it returns.
    virtual void cancelAll() = 0;
};

} // namespace lectern::zoom
