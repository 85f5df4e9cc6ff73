// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "models/meetingrowsmodel.h"
#include "models/todayagenda.h"
#include "ui/common/services.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class EmptyState;
class Label;
class MeetingCard;
class PageHeader;
class RowListView;

/// What a person opens Lectern for: what is on now, what comes next, and the rest of the day.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    explicit TodayPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);
    void scheduleRequested();
    void startNowRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeader();
    void setUpDay();
    void setUpEmpty();
    void refresh();
    void refreshTime();
    [[nodiscard]] bool isEmpty() const;
    void showCards();
    void showLater();
    void showTomorrow();
    [[nodiscard]] MeetingCard *cardAt(int position);
    void placeCard(int position);

    Services m_services;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    models::TodayAgenda m_agenda;
    models::MeetingRowsModel m_later;
    QTimer m_clockTick;
    PageHeader *m_header;
    QPushButton *m_startNow;
    QPushButton *m_schedule;
    QStackedWidget *m_stack;
    QWidget *m_day;
    EmptyState *m_empty;
    QGridLayout *m_cardGrid;
    int m_cardColumns = 2;
    QList<MeetingCard *> m_cards;
    Label *m_laterTitle;
    RowListView *m_laterList;
    Label *m_tomorrow;
};

} // namespace lectern::ui
