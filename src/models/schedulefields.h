// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"
#include "school/ownertag.h"

#include <QDate>
#include <QTime>

#include <chrono>
#include <optional>

namespace lectern::models {

/// Which dates of a series an edit is about.
enum class EditScope {
    Whole, ///< a single meeting, or all of a series
    OneDate,
};

/// A meeting as a person fills it in: a wall-clock day and time in a zone, and one value a field.
struct ScheduleFields
{
    QString topic = {};
    std::optional<school::Owner> owner = {};
    QString hostZoomUserId = {};
    QDate day = {};
    QTime time = {};
    std::chrono::minutes duration{45};
    QByteArray timeZone = {}; ///< IANA
    std::optional<school::Recurrence> recurrence = {};
    QString agenda = {};
    QString passcode = {};
    school::MeetingSettings settings = {};

    /// UTC; invalid while day or time are.
    [[nodiscard]] QDateTime start() const;
    void setStart(const QDateTime &utc);

    friend bool operator==(const ScheduleFields &, const ScheduleFields &) = default;
};

/// The slot a new meeting is proposed for: the next full or half hour after `now` (UTC), 45 minutes long.
[[nodiscard]] ScheduleFields proposedFields(const QDateTime &now, const QByteArray &timeZone);

/// An existing meeting in the form. Of a series that has begun, the dates still to come: it starts with the
/// next one and counts those that are left, since what is over cannot be moved.
[[nodiscard]] ScheduleFields fieldsOf(const school::Meeting &meeting, const QDateTime &now);
/// One date of a series in the form.
[[nodiscard]] ScheduleFields fieldsOf(const school::Meeting &series, const QString &occurrenceId);

[[nodiscard]] school::MeetingDraft draftOf(const ScheduleFields &fields);

/// The difference between the form as it was filled (`base`) and as it is now. A series whose dates change
/// is sent with its start and rule, as Zoom makes all its dates anew.
[[nodiscard]] school::MeetingEdit editOf(
    const ScheduleFields &fields, const ScheduleFields &base, const school::Meeting &before, EditScope scope);

/// The form when the meeting changed while it was being filled in: what the person changed stays, the rest
/// follows.
[[nodiscard]] ScheduleFields rebased(
    const ScheduleFields &fields, const ScheduleFields &base, const ScheduleFields &newBase);

/// A rule with nothing left to the start: its week days or day of the month spelled out, an end by date at
/// the end of that day in `zone`. Two rules that mean the same become equal.
[[nodiscard]] school::Recurrence normalised(
    school::Recurrence recurrence, const QDate &firstDay, const QTimeZone &zone);

/// How many characters an agenda may have when this tag travels as its last line.
[[nodiscard]] qsizetype agendaRoom(const school::OwnerTag &tag);
/// Empty, or why agenda and tag do not fit together; field `agenda`.
[[nodiscard]] QList<FieldError> checkTaggedAgenda(const QString &agenda, const school::OwnerTag &tag);

} // namespace lectern::models
