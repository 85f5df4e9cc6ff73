// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QAbstractSocket>
#include <QNetworkReply>

namespace lectern::zoom {

/// Errors of the server's own making: the reply is whole, its status tells. (A status of 400 is called
/// ProtocolInvalidOperationError; a 307 or 308 to what is sent once, ContentReSendError.)
[[nodiscard]] bool isAnswer(const QNetworkReply &reply);

/// What kept the answer of a reply that is none away: Network, Timeout, Tls or Protocol.
[[nodiscard]] Error errorOfNetwork(const QNetworkReply &reply);

/// Words for the person about a connection that never came about. \a url: of http or https, as proxies are
/// chosen by it.
[[nodiscard]] QString messageOfSocket(QAbstractSocket::SocketError error, const QUrl &url);

} // namespace lectern::zoom
