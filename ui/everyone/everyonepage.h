// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "store/globalmeetingrepository.h"
#include "ui/common/services.h"

#include <QWidget>

namespace lectern::ui {

class EveryoneRules;
class MeetingListPanel;

/// The meetings that are for the whole school and, for administrators, whether there is one always at hand
/// and who may enter it.
class EveryonePage : public QWidget
{
    Q_OBJECT

public:
    explicit EveryonePage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);

private:
    void setUp();
    void showViewer();
    void showRules(const Result<store::GlobalMeetingRow> &rules);

    Services m_services;
    EveryoneRules *m_rules;
    MeetingListPanel *m_meetings;
    models::LiveQuery<store::GlobalMeetingRow> m_stored;
};

} // namespace lectern::ui
