// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/schedulechoices.h"
#include "store/rows.h"
#include "ui/common/services.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace lectern::sync {
struct SyncStatus;
}

namespace lectern::ui {

class Banner;
class FormField;
class Label;
class OwnerChoice;

/// Starts a meeting at once: makes it, waits until Zoom knows it, and opens it as host.
class StartNowDialog : public QDialog
{
    Q_OBJECT

public:
    StartNowDialog(
        const Services &services, const std::optional<school::Owner> &owner, QWidget *parent = nullptr);

private:
    /// The meeting being waited for, and why it is not there yet.
    struct Progress
    {
        std::optional<store::MeetingRow> row;
        std::optional<store::ChangeRow> change;
    };

    void setUpNames();
    void setUpLayout();
    void setUpSignals();
    void choicesArrived(const Result<models::ScheduleChoices> &choices);
    [[nodiscard]] QString proposedTopic() const;
    void check();

    void start();
    void scheduled(const Result<MeetingId> &outcome);
    void follow(MeetingId meeting);
    void progressed(const Result<Progress> &progress);
    void showWaiting();
    void showRefusal(const QString &lead, const QString &text);
    void fitHeight();
    void tryAgain();
    void discard();

    Services m_services;
    std::optional<school::Owner> m_owner;
    models::LiveQuery<models::ScheduleChoices> m_choices;
    models::LiveQuery<Progress> m_follow;
    QString m_host;
    MeetingId m_meeting;
    std::optional<store::ChangeRow> m_change;
    bool m_isLoaded = false;
    bool m_isSent = false;
    QLineEdit *m_topic;
    OwnerChoice *m_for;
    FormField *m_topicField;
    FormField *m_forField;
    Banner *m_notice;
    QPushButton *m_discard;
    QPushButton *m_cancel;
    QPushButton *m_start;
};

} // namespace lectern::ui
