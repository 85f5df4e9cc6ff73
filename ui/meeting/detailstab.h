// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meetingdetails.h"
#include "models/meetingrowsmodel.h"
#include "ui/common/services.h"

#include <QScrollArea>

namespace lectern::ui {

class KeyValueList;
class Label;
class LinkLabel;
class RowListView;

/// Every fact about the meeting, and the dates of a series.
class DetailsTab : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsTab(const Services &services, QWidget *parent = nullptr);

    void show(const models::MeetingDetails &details, const QDateTime &now);

Q_SIGNALS:
    /// A date of the series was opened.
    void dateChosen(const QString &occurrenceId);

private:
    void setUp();
    void showFacts(const QDateTime &now);
    void showPasscode();
    void showDates();

    sync::Commands &m_commands;
    models::MeetingDetails m_details;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    models::MeetingRowsModel m_dates; ///< made with the two above
    Label *m_agenda;
    KeyValueList *m_facts;
    LinkLabel *m_passcode = nullptr; ///< in m_facts; made anew with it
    bool m_isPasscodeShown = false;
    Label *m_datesTitle;
    RowListView *m_dateList;
    Label *m_read;
};

} // namespace lectern::ui
