// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"
#include "store/outboxrepository.h"
#include "sync/commands.h"

namespace lectern::sync {

/// What a command makes of a meeting at once, before Zoom agreed; and the way back.

/// The dates of a series as its pattern says, until Zoom tells its own.
[[nodiscard]] QList<school::Occurrence> expectedOccurrences(const school::Meeting &meeting);
/// applyEdit(), and the dates of the series anew where it moved them.
void showEdit(school::Meeting &meeting, const QString &occurrenceId, const school::MeetingEdit &edit);
/// The meeting, or one date of it, is gone.
void showRemoval(school::Meeting &meeting, const QString &occurrenceId);
/// The running instance is over.
void showEnd(school::Meeting &meeting, const QDateTime &now);

/// The status a meeting had, as Change::before keeps it for removals and ends.
[[nodiscard]] QByteArray encodeStanding(const school::Meeting &meeting);
/// Takes a removal or an end back.
void restoreStanding(school::Meeting &meeting, const QString &occurrenceId, const QByteArray &standing);

} // namespace lectern::sync
