// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

namespace lectern::zoom {

/// The text of an invitation, with plain line ends.
[[nodiscard]] Result<QString> decodeInvitation(const QByteArray &json);
/// The start link out of a meeting's detail; no other code reads it.
[[nodiscard]] Result<Secret> decodeStartUrl(const QByteArray &json);

} // namespace lectern::zoom
