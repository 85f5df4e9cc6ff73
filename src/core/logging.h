// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace lectern {

Q_DECLARE_LOGGING_CATEGORY(logZoom)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// The text with every token, passcode and personal join or start key replaced by dots: query values of
/// `zak`, `tk`, `pwd`, `token` and the like, bearer and basic credentials, JSON members of those names.
[[nodiscard]] QString redacted(const QString &text);

/// Makes every message of this process pass redacted() on its way to the handler installed before.
void installRedactingLog();

} // namespace lectern
