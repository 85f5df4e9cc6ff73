// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/rows.h"
#include "zoom/registrant.h"

#include <QByteArray>
#include <QDate>
#include <QList>

namespace lectern::sync {

/// Somebody who is still to be registered for a meeting, as the outbox keeps them.
struct Registree
{
    QString name;
    QString email;
    QDate triedOn; ///< the UTC day of the latest attempt; invalid: none
    int triesThatDay = 0;

    friend bool operator==(const Registree &, const Registree &) = default;
};

/// Zoom takes three registrations a day (UTC) of one e-mail for one meeting.
inline constexpr int registrationsADay = 3;

[[nodiscard]] bool mayTry(const Registree &who, const QDate &today);
void countTry(Registree &who, const QDate &today);

[[nodiscard]] QByteArray encodeRegistrees(const QList<Registree> &people);
/// Bytes that are not of a known version are a Storage error.
[[nodiscard]] Result<QList<Registree>> decodeRegistrees(const QByteArray &payload);

/// A name as Zoom wants it: what stands before the last space is the first name.
[[nodiscard]] zoom::RegistrantDraft registrantDraft(const QString &name, const QString &email);
/// What the store keeps of a registration that Zoom has just accepted.
[[nodiscard]] store::RegistrantRow registeredRow(
    const zoom::Registration &registration, MeetingId meeting, const QString &name, const QString &email);

} // namespace lectern::sync
