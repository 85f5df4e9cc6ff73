// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/transport.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace lectern::zoom {

/// The Error of an answer that is one, or nothing when the answer means success. HTTP statuses and Zoom's
/// codes become Errors only here. `operation` names the call in Error::detail ("GET /users"); `now` is UTC.
[[nodiscard]] std::optional<Error> errorOf(
    const Response &response, const QString &operation, const QDateTime &now);

/// The same for the answer of an OAuth endpoint, whose error bodies differ.
[[nodiscard]] std::optional<Error> oauthErrorOf(
    const Response &response, const QString &operation, const QDateTime &now);

/// An answer that is no JSON object: a web page, or something else.
[[nodiscard]] Error notJson(const Response &response, const QString &operation);

/// The list continues no more from where it was: the page token is unknown or older than 15 minutes.
[[nodiscard]] bool isExpiredPageToken(const Error &error);

/// Zoom says that the meeting is gone (404/3001), not merely that something was not found.
[[nodiscard]] bool isMeetingGone(const Error &error);

/// The 100 creates and updates a day of one host are used up, not the account's budget.
[[nodiscard]] bool isHostLimit(const Error &error);

/// The three registrations a day of one person for one meeting are used up.
[[nodiscard]] bool isRegistrantLimit(const Error &error);

/// The host is gone or no longer of this account (1001, 1010, 1120).
[[nodiscard]] bool isUserGone(const Error &error);

} // namespace lectern::zoom
