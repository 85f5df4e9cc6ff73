// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QCoreApplication>

namespace lectern::secrets {

/// The words for what can go wrong with secrets.
struct SecretText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::secrets::SecretStore)
};

/// Nothing is kept under this key.
[[nodiscard]] inline Error notFound(const QString &key)
{
    return {.code = ErrorCode::NotFound,
        .message =
            SecretText::tr("The secret of this account is not in the keyring. Enter it again in Settings."),
        .detail = key};
}

} // namespace lectern::secrets
