// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/openenum.h"
#include "zoom/page.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>

namespace lectern::zoom {

class JsonObject;

enum class RegistrantStatus { Unknown, Approved, Pending, Denied };

/// Somebody who registered for a meeting.
struct Registrant
{
    QString id;
    QString email;
    QString firstName;
    QString lastName;
    OpenEnum<RegistrantStatus> status;
    QDateTime createdAt; ///< UTC
    /// Personal: whoever has it enters under this name. Empty until approved.
    QString joinUrl;
    QByteArray raw; ///< the object as Zoom sent it, without the join link
};

/// The three things Zoom asks of everybody who registers.
struct RegistrantDraft
{
    QString email; ///< up to 128 characters
    QString firstName; ///< up to 64 characters
    QString lastName; ///< up to 64 characters; may be empty
};

/// What Zoom answers to a registration.
struct Registration
{
    QString registrantId;
    QString joinUrl; ///< personal; empty while the registration waits for approval
    QDateTime start; ///< UTC
};

void read(const JsonObject &in, Registrant &out);
void read(const JsonObject &in, Registration &out);
[[nodiscard]] Result<Registrant> decodeRegistrant(const QByteArray &json);
[[nodiscard]] Result<Page<Registrant>> decodeRegistrantPage(const QByteArray &json);
[[nodiscard]] Result<Registration> decodeRegistration(const QByteArray &json);
[[nodiscard]] QByteArray encodeRegistrant(const RegistrantDraft &registrant);

/// What a host decides about a registration.
enum class RegistrantAction { Approve, Cancel, Deny };

/// Id (may be empty) and e-mail of registrants.
using RegistrantRefs = QList<QPair<QString, QString>>;

[[nodiscard]] QByteArray encodeRegistrantAction(RegistrantAction action, const RegistrantRefs &registrants);

} // namespace lectern::zoom
