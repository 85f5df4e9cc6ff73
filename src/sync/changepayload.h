// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"
#include "store/meetingfield.h"
#include "sync/commands.h"

#include <QByteArray>

namespace lectern::sync {

/// How the outbox's payloads are written. A later version reads what an earlier one wrote; bytes that are
/// not of a known version are a Storage error.
[[nodiscard]] QByteArray encodeEdit(const school::MeetingEdit &edit);
[[nodiscard]] Result<school::MeetingEdit> decodeEdit(const QByteArray &payload);

[[nodiscard]] QByteArray encodeMailing(Mailing mailing);
[[nodiscard]] Mailing decodeMailing(const QByteArray &payload);

/// The fields of a meeting that an edit holds while it waits; of the settings, those that differ from
/// `before`.
[[nodiscard]] store::MeetingFields fieldsOf(const school::MeetingEdit &edit, const school::Meeting &before);

} // namespace lectern::sync
