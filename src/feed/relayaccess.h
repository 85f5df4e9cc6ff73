// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "school/person.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace lectern::feed {

/// Who a person is to a relay, and the token that proves it. Kept in the keyring, whole.
struct RelayAccess
{
    QUrl relay = {}; ///< https, or http to this computer; without a slash at its end
    Secret token = {};
    QDateTime obtainedAt = {}; ///< UTC
    QDateTime expiresAt = {}; ///< UTC
    QString email = {};
    QString name = {};
    school::Role role = school::Role::Learner;
    QString accountId = {}; ///< Zoom's, or what the relay calls the account

    /// Half of its time is over: a new one should be asked for.
    [[nodiscard]] bool isDueForRenewal(const QDateTime &now) const;
};

/// As one secret for the keyring, and back.
[[nodiscard]] Secret encodeAccess(const RelayAccess &access);
[[nodiscard]] Result<RelayAccess> decodeAccess(const Secret &kept);

/// The relay's answer to an accepted invitation or a renewal.
[[nodiscard]] Result<RelayAccess> decodeGrant(
    const QByteArray &json, const QUrl &relay, const QDateTime &now);

/// The relay's answer to GET /me: the access with who its person is now, and until when.
[[nodiscard]] Result<RelayAccess> decodeIdentity(const QByteArray &json, const RelayAccess &access);

} // namespace lectern::feed
