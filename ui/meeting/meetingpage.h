// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/meetingdetails.h"
#include "ui/common/services.h"
#include "ui/meeting/meetingcorner.h"

#include <QTimer>
#include <QWidget>

class QTabWidget;

namespace lectern::ui {

class Banner;
class DetailsTab;
class MeetingHeader;
class ParticipantsTab;
class RecordingsTab;
class RegistrantsTab;

/// Everything about one meeting, and everything a person may do with it.
class MeetingPage : public QWidget
{
    Q_OBJECT

public:
    MeetingPage(
        const Services &services, MeetingId meeting, const QString &occurrenceId, QWidget *parent = nullptr);

    [[nodiscard]] MeetingId meeting() const { return m_meeting; }

    /// Turns to that part, as soon as it is there.
    void showCorner(MeetingCorner corner);

Q_SIGNALS:
    void editRequested(lectern::MeetingId meeting, const QString &occurrenceId);
    /// The meeting is gone: there is nothing left to show.
    void leaveRequested();
    void openCourse(lectern::CourseId course);
    void openPlace(const QString &id);

private:
    void setUpLayout();
    void connectHeader();
    void ask();
    void arrived(const Result<models::MeetingDetails> &details);
    void showDetails();
    void showTabs();
    void showParticipantsTab();
    void turnToCorner();
    void refreshFromZoom();
    void copy(const QString &text, const QString &told);
    void copyInvitation();
    void end();
    void remove();
    void hear(const QFuture<Result<void>> &outcome, const QString &success);
    void leaveTo();

    Services m_services;
    MeetingId m_meeting;
    QString m_occurrenceId;
    std::optional<models::MeetingDetails> m_details;
    QTimer m_clockTick;
    MeetingCorner m_corner = MeetingCorner::Whole; ///< still to be turned to
    bool m_hasChosenTab = false; ///< the person did, or the meeting was live when the page opened
    MeetingHeader *m_header;
    Banner *m_problem;
    QTabWidget *m_tabs;
    DetailsTab *m_detailsTab;
    ParticipantsTab *m_participants;
    RegistrantsTab *m_registrants;
    RecordingsTab *m_recordings;
    models::LiveQuery<models::MeetingDetails> m_query;
};

} // namespace lectern::ui
