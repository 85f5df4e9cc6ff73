// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"
#include "store/rows.h"

#include <QList>
#include <QString>

#include <functional>

namespace lectern::sync {

/// The same fields as `edit` has, with the values that `meeting` holds; what a person saw before changing
/// them. What is only known after a detail fetch stays unset when there was none, and is then not compared.
[[nodiscard]] school::MeetingEdit valuesBefore(
    const school::MeetingEdit &edit, const school::Meeting &meeting);

/// The visible effect of an edit on the meeting, or on one date of its series.
void applyEdit(school::Meeting &meeting, const school::MeetingEdit &edit);
void applyEdit(school::Meeting &meeting, const QString &occurrenceId, const school::MeetingEdit &edit);

/// Gives a series the time of one of its dates, so that an edit of that date can be compared with it. False
/// when it has no such date any more.
bool narrowToOccurrence(school::Meeting &series, const QString &occurrenceId);

/// Two edits that wait for the same meeting as one: what the later one sets wins.
[[nodiscard]] school::MeetingEdit coalesced(school::MeetingEdit earlier, const school::MeetingEdit &later);
/// The before-values of the two as one: what the earlier one saw wins.
[[nodiscard]] school::MeetingEdit coalescedBefore(
    const school::MeetingEdit &earlier, const school::MeetingEdit &later);

/// What remains of an edit once Zoom's present values are known.
struct EditMerge
{
    /// What Zoom must still be told: the fields where its value is not yet the person's.
    school::MeetingEdit toSend;
    /// Fields that both sides changed, differently. When there are any, nothing is to be sent.
    QList<store::ChangeRow::FieldConflict> conflicts;
};

/// Field by field: Zoom has what the person saw → send; Zoom has what the person wants → nothing to do;
/// Zoom has a third thing → conflict. `ownerText` names an owner for the person.
[[nodiscard]] EditMerge mergeEdit(const school::MeetingEdit &mine, const school::MeetingEdit &before,
    const school::Meeting &theirs, const std::function<QString(const school::Owner &)> &ownerText);

} // namespace lectern::sync
