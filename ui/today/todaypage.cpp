// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "core/clock.h"
#include "school/meetingwords.h"
#include "school/permissions.h"
#include "ui/common/notices.h"
#include "ui/meetings/meetingrowdelegate.h"
#include "ui/style/buttonrole.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/today/meetingcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/rowlistview.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace lectern::ui {

using namespace std::chrono_literals;

namespace {

/// A heading begins with a capital; in many languages the name of a day does not.
QString heading(const QString &text)
{
    return QLocale().toUpper(text.first(1)) + text.sliced(1);
}

} // namespace

TodayPage::TodayPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_agenda(services.reader, services.viewer, m_zone)
    , m_later(QLocale(), m_zone)
    , m_header(new PageHeader({}))
    , m_startNow(new QPushButton(tr("Start a meeting now")))
    , m_schedule(new QPushButton(tr("Schedule…")))
    , m_stack(new QStackedWidget)
    , m_day(new QWidget)
    , m_empty(new EmptyState(themedIcon(QStringLiteral("x-office-calendar")), {}, {}))
    , m_cardGrid(new QGridLayout)
    , m_laterTitle(new Label(tr("Later today"), TextRole::Section))
    , m_laterList(new RowListView(tr("Later today")))
    , m_tomorrow(new Label({}, TextRole::Body, Tone::Dim))
{
    setUpHeader();
    setUpDay();
    setUpEmpty();
    connect(&m_agenda, &models::TodayAgenda::changed, this, &TodayPage::refresh);
    connect(&m_agenda, &models::TodayAgenda::failed, &services.notices, &Notices::fail);
    connect(&m_clockTick, &QTimer::timeout, this, &TodayPage::refreshTime);
    m_clockTick.start(30s);
    refresh();
}

void TodayPage::setUpHeader()
{
    m_startNow->setObjectName(QStringLiteral("startNow"));
    m_schedule->setObjectName(QStringLiteral("schedule"));
    m_header->addAction(m_startNow);
    m_header->addAction(m_schedule);
    connect(m_startNow, &QPushButton::clicked, this, &TodayPage::startNowRequested);
    connect(m_schedule, &QPushButton::clicked, this, &TodayPage::scheduleRequested);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::l, space::xl, space::l);
    whole->setSpacing(space::l);
    whole->addWidget(m_header);
    whole->addWidget(m_stack, 1);
}

void TodayPage::setUpDay()
{
    m_laterList->setModel(&m_later);
    m_laterList->setHeightMode(RowListView::Height::FitsRows);
    MeetingRowDelegate::install(m_laterList, m_services.entry, MeetingRowDelegate::When::TimeOnly,
        MeetingRowDelegate::Belonging::Shown);
    connect(m_laterList, &QAbstractItemView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT openMeeting(m_later.rowAt(index.row()).meeting); });

    m_cardGrid->setSpacing(space::l);
    auto *column = new QVBoxLayout(m_day);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(m_cardGrid);
    column->addSpacing(space::s);
    column->addWidget(m_laterTitle);
    column->addWidget(m_laterList);
    column->addWidget(m_tomorrow);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_day);
    m_stack->addWidget(scroll);
}

void TodayPage::setUpEmpty()
{
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &TodayPage::scheduleRequested);
}

void TodayPage::refresh()
{
    const QDate day = m_services.clock.now().toTimeZone(m_zone).date();
    m_header->setTitle(heading(school::dayText(day, day, QLocale())));
    const bool maySchedule = school::maySchedule(m_services.viewer.person().role).allowed;
    m_startNow->setVisible(maySchedule);
    m_schedule->setVisible(maySchedule);
    showCards();
    showLater();
    showTomorrow();

    m_empty->setWords(tr("Nothing more today"),
        m_agenda.today().tomorrow > 0
            ? m_tomorrow->text()
            : tr("Meetings of your courses, your own and those for everyone appear here."));
    m_empty->setAction(maySchedule ? tr("Schedule a meeting…") : QString());
    m_stack->setCurrentIndex(isEmpty() ? 1 : 0);
}

bool TodayPage::isEmpty() const
{
    const models::Today &today = m_agenda.today();
    return m_agenda.isLoaded() && today.now.isEmpty() && !today.next && today.later.isEmpty();
}

void TodayPage::refreshTime()
{
    m_agenda.refreshTime();
}

void TodayPage::showCards()
{
    const models::Today &today = m_agenda.today();
    const QDateTime now = m_services.clock.now();
    int used = 0;
    bool isUrgent = false;
    for (const store::MeetingRow &row : today.now) {
        MeetingCard *card = cardAt(used++);
        card->setMeeting(row, MeetingCard::Moment::Now, now);
        isUrgent = isUrgent || card->isUrgent();
    }
    if (today.next)
        cardAt(used++)->setMeeting(*today.next, MeetingCard::Moment::Next, now);
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setVisible(i < used);
    // One primary action a page: what is on now comes before planning what is not, and an empty day has a
    // button of its own.
    setButtonRole(m_schedule, isUrgent || isEmpty() ? ButtonRole::Quiet : ButtonRole::Primary);
}

MeetingCard *TodayPage::cardAt(int position)
{
    while (m_cards.size() <= position) {
        auto *card = new MeetingCard(m_services.entry);
        connect(card, &MeetingCard::opened, this, &TodayPage::openMeeting);
        m_cards.append(card);
        placeCard(static_cast<int>(m_cards.size()) - 1);
    }
    return m_cards.at(position);
}

void TodayPage::placeCard(int position)
{
    m_cardGrid->addWidget(m_cards.at(position), position / m_cardColumns, position % m_cardColumns);
    m_cardGrid->setColumnStretch(position % m_cardColumns, 1);
}

/// Two cards beside each other as long as both have room.
void TodayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int twoCards = 110; // average letters
    const int columns = width() < fontMetrics().averageCharWidth() * twoCards ? 1 : 2;
    if (std::exchange(m_cardColumns, columns) == columns)
        return;
    m_cardGrid->setColumnStretch(1, 0);
    for (int position = 0; position < m_cards.size(); ++position)
        placeCard(position);
}

void TodayPage::showLater()
{
    m_later.setRows(m_agenda.today().later, models::Arrival::News);
    const bool isShown = !m_agenda.today().later.isEmpty();
    m_laterTitle->setVisible(isShown);
    m_laterList->setVisible(isShown);
}

void TodayPage::showTomorrow()
{
    const models::Today &today = m_agenda.today();
    m_tomorrow->setVisible(today.tomorrow > 0);
    if (today.tomorrow > 0)
        m_tomorrow->setText(tr("Tomorrow: %n meeting(s), the first at %1.", nullptr, today.tomorrow)
                .arg(school::timeText(today.tomorrowStart, m_zone, QLocale())));
}

} // namespace lectern::ui
