// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clashfinder.h"
#include "models/schedulechoices.h"
#include "models/schedulefields.h"

#include <QSet>
#include <QWidget>

class QDateEdit;
class QLineEdit;

namespace lectern::ui {

class ClashNotice;
class CollapsibleSection;
class DurationBox;
class FormField;
class EveryoneBox;
class HostChoice;
class MeetingOptions;
class OwnerChoice;
class RecurrenceEditor;
class TimeEdit;

/// The fields of a meeting: five up front, the rest folded. Knows nothing of stores and commands: fields go
/// in and out, problems are shown beside the field they name.
class ScheduleForm : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        New,
        Single, ///< an existing single meeting
        Series, ///< all of an existing series
        OneDate, ///< one date of a series
        Untimed ///< a meeting without a fixed time
    };

    explicit ScheduleForm(QWidget *parent = nullptr);

    /// Switches off what Zoom does not let change, with the reason.
    void setKind(Kind kind);
    /// The owners and hosts on offer; what was chosen stays.
    void setChoices(const models::ScheduleChoices &choices);
    void setFields(const models::ScheduleFields &fields);
    [[nodiscard]] models::ScheduleFields fields() const;
    /// Problems only this form knows: what was typed cannot be read, or what was chosen is gone.
    [[nodiscard]] QList<FieldError> ownProblems() const;
    [[nodiscard]] std::optional<school::OwnerTag> agendaTag() const;

    /// Who is in what the meeting is for.
    void setPeople(const models::OwnerPeople &people);
    /// Whether the learners are to be registered for the new meeting.
    [[nodiscard]] bool registersEveryone() const;
    /// Why options cannot be changed yet; empty when they can.
    void setOptionsLocked(const QString &reason);
    void showClash(const models::ClashAnswer &answer);
    void showSeries(const QDateTime &now);
    /// Replaces the problems shown. Answers those that have no field here.
    QList<FieldError> showProblems(const QList<FieldError> &problems);
    /// Unfolds what hides the field, and puts the cursor there.
    void focusField(const QString &field);

Q_SIGNALS:
    /// A person changed this field; named as in school::FieldError.
    void edited(const QString &field);

private:
    void setUpNames();
    void setUpSignals();
    void setUpLayout();
    void applyKind();
    void onEdited(const QString &field);
    void followEveryone();
    void takeFreeStart(const QDateTime &start);
    void showRepeatSummary();
    void showZoneHint();
    void clearProblems();
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] FormField *fieldNamed(const QString &name) const;

    Kind m_kind = Kind::New;
    bool m_registersForEveryone = false; ///< registration was switched on by the box
    QString m_optionsReason;
    QString m_seriesWords;
    QLineEdit *m_topic;
    OwnerChoice *m_owner;
    HostChoice *m_host;
    QDateEdit *m_day;
    TimeEdit *m_time;
    DurationBox *m_duration;
    ClashNotice *m_clash;
    EveryoneBox *m_everyone;
    RecurrenceEditor *m_recurrence;
    MeetingOptions *m_options;
    FormField *m_topicField;
    FormField *m_ownerField;
    FormField *m_hostField;
    FormField *m_dayField;
    FormField *m_timeField;
    FormField *m_durationField;
    CollapsibleSection *m_repeat;
    CollapsibleSection *m_more;
};

} // namespace lectern::ui
