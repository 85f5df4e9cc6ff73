// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clashfinder.h"
#include "ui/common/services.h"
#include "ui/schedule/schedulejob.h"

#include <QDialog>
#include <QSet>

class QPushButton;

namespace lectern::ui {

class Banner;
class FilterChips;
class FormScroll;
class Label;
class ScheduleForm;

/// Schedules a meeting, or edits one. What was typed stays until it is sent or a person discards it.
class ScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    ScheduleDialog(const Services &services, const ScheduleRequest &request, QWidget *parent = nullptr);

    /// Asks first when something was typed.
    void reject() override;

Q_SIGNALS:
    /// The change is durable; Zoom is told next.
    void done(lectern::MeetingId meeting);

protected:
    bool event(QEvent *event) override;

private:
    void setUpHead();
    void setUpFoot();
    void setUpLayout();
    void setUpSignals();
    void fitHeight();

    void choicesArrived(const Result<models::ScheduleChoices> &choices);
    void showJob();
    void showScopes();
    void askForDetails();
    void detailsCame(const Result<void> &outcome);
    void setScope(models::EditScope scope);

    void onEdited(const QString &field);
    void refresh();
    void askForPeople();
    [[nodiscard]] QList<FieldError> allProblems() const;
    QList<FieldError> showProblems();

    void save();
    void send(const models::ScheduleFields &fields);
    void saved(const Result<MeetingId> &outcome);
    void refused(const Error &error);
    void setSaving(bool saving);

    Services m_services;
    ScheduleJob m_job;
    models::LiveQuery<models::ScheduleChoices> m_choices;
    models::ClashFinder m_clashes;
    QSet<QString> m_touched;
    QList<FieldError> m_refusals; ///< by the engine, until their field changes
    std::optional<school::CourseOwner> m_peopleOf;
    QString m_detailsReason;
    bool m_isLoaded = false;
    bool m_showsAll = false;
    bool m_isSaving = false;
    bool m_askedForDetails = false;
    bool m_isAsking = false;
    Label *m_title;
    FilterChips *m_scopes;
    Banner *m_notice;
    ScheduleForm *m_form;
    FormScroll *m_scroll;
    Label *m_note;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace lectern::ui
