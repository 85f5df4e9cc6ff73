// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clashfinder.h"
#include "models/schedulechoices.h"
#include "models/schedulefields.h"

#include <QString>

#include <optional>

namespace lectern::ui {

/// What the schedule dialog was opened for.
struct ScheduleRequest
{
    std::optional<school::Owner> owner = {}; ///< of a new meeting; none: the one used last
    std::optional<MeetingId> meeting = {}; ///< edit this one
    QString occurrenceId = {}; ///< the date of a series that was clicked; empty: none in particular
};

/// The state of one scheduling or editing: what the form began with, which meeting it is about, which dates.
/// No widgets; times go by the `now` (UTC) handed in.
class ScheduleJob
{
public:
    explicit ScheduleJob(ScheduleRequest request);

    [[nodiscard]] bool isNew() const { return !m_request.meeting; }
    /// The meeting was there and is not any more.
    [[nodiscard]] bool isGone() const { return m_isGone; }
    [[nodiscard]] bool isSeries() const;
    [[nodiscard]] bool hasFixedTime() const;
    [[nodiscard]] MeetingId meeting() const { return m_request.meeting.value_or(MeetingId()); }
    [[nodiscard]] const ScheduleRequest &request() const { return m_request; }
    /// Zoom has told settings and rule; before, they are not to be edited.
    [[nodiscard]] bool knowsDetails() const;

    [[nodiscard]] models::EditScope scope() const { return m_scope; }
    /// The date "this one" means; nothing where there is no such date to come.
    [[nodiscard]] std::optional<school::Occurrence> date() const { return m_date; }

    /// Takes what the store has now and answers the fields to show: what was typed (`shown`) stays.
    [[nodiscard]] models::ScheduleFields take(const models::ScheduleChoices &choices,
        const std::optional<models::ScheduleFields> &shown, const QDateTime &now);
    [[nodiscard]] models::ScheduleFields setScope(
        models::EditScope scope, const models::ScheduleFields &shown, const QDateTime &now);

    [[nodiscard]] bool isChanged(const models::ScheduleFields &shown) const { return shown != m_base; }
    /// When the host would be busy with what is shown.
    [[nodiscard]] models::ClashQuestion clashQuestion(const models::ScheduleFields &shown) const;
    [[nodiscard]] school::MeetingEdit edit(const models::ScheduleFields &shown) const;
    /// Why this may not be sent; field names as in school::validate().
    [[nodiscard]] QList<FieldError> problems(const models::ScheduleFields &shown,
        const std::optional<school::OwnerTag> &tag, const QDateTime &now) const;

private:
    [[nodiscard]] models::ScheduleFields baseFor(const QDateTime &now) const;
    [[nodiscard]] models::ScheduleFields newBase(
        const models::ScheduleChoices &choices, const QDateTime &now) const;
    void takeMeeting(const models::ScheduleChoices &choices, const QDateTime &now);
    [[nodiscard]] bool agendaMatters(const models::ScheduleFields &shown) const;

    ScheduleRequest m_request;
    std::optional<school::Meeting> m_before;
    std::optional<school::Occurrence> m_date;
    models::ScheduleFields m_base;
    models::EditScope m_scope = models::EditScope::Whole;
    bool m_isGone = false;
};

} // namespace lectern::ui
