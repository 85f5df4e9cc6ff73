// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/detailstab.h"

#include "school/meetingwords.h"
#include "sync/commands.h"
#include "ui/meeting/settingwords.h"
#include "ui/meetings/meetingrowdelegate.h"
#include "ui/style/tokens.h"
#include "ui/syncstate/syncwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/rowlistview.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

DetailsTab::DetailsTab(const Services &services, QWidget *parent)
    : QScrollArea(parent)
    , m_commands(services.commands)
    , m_dates(QLocale(), QTimeZone::systemTimeZone())
    , m_agenda(new Label({}))
    , m_facts(new KeyValueList)
    , m_datesTitle(new Label(tr("Dates"), TextRole::Section))
    , m_dateList(new RowListView(tr("Dates of the series")))
    , m_read(new Label({}, TextRole::Small, Tone::Dim))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setUp();
    m_dateList->setModel(&m_dates);
    m_dateList->setHeightMode(RowListView::Height::FitsRows);
    MeetingRowDelegate::install(m_dateList, services.entry, MeetingRowDelegate::When::DayAndTime,
        MeetingRowDelegate::Belonging::Hidden);
    connect(m_dateList, &QAbstractItemView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT dateChosen(m_dates.rowAt(index.row()).occurrenceId); });
}

void DetailsTab::setUp()
{
    m_agenda->setWordWrap(true);
    m_agenda->setTextFormat(Qt::PlainText);
    m_agenda->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_agenda->setAccessibleName(tr("Agenda"));
    auto *card = new Card;
    card->body()->setSpacing(space::m);
    card->body()->addWidget(m_agenda);
    card->body()->addWidget(m_facts);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(card);
    column->addWidget(m_datesTitle);
    column->addWidget(m_dateList);
    column->addWidget(m_read);
    column->addStretch(1);
    setWidget(content);
}

void DetailsTab::show(const models::MeetingDetails &details, const QDateTime &now)
{
    m_details = details;
    m_agenda->setText(details.meeting.agenda);
    m_agenda->setVisible(!details.meeting.agenda.isEmpty());
    showFacts(now);
    showDates();
    const QDateTime read = details.meeting.detailFetchedAt;
    m_read->setText(read.isValid() ? tr("Read from Zoom %1.", "2 min ago").arg(agoText(read, now))
                                   : tr("Only the list entry was read from Zoom so far."));
    const bool hasZoom = m_commands.status().reach != sync::SyncStatus::Reach::RelayOnly;
    m_read->setVisible(details.meeting.zoomId != 0 && hasZoom);
}

void DetailsTab::showFacts(const QDateTime &now)
{
    const school::Meeting &meeting = m_details.meeting;
    QList<KeyValueList::Row> rows{
        {tr("Kind"), school::kindName(m_details.row.kind)}, {tr("Type"), school::typeName(meeting.type)}};
    if (meeting.recurrence)
        rows.append({tr("Repeats"), school::recurrenceText(*meeting.recurrence, now, m_zone, m_locale)});
    if (m_details.row.start.isValid())
        rows.append({tr("Length"), school::durationText(meeting.duration, m_locale)});
    rows.append({tr("Time zone"), QString::fromLatin1(meeting.timeZone)});
    // Before Zoom has told them, the defaults would be claims.
    if (meeting.zoomId == 0 || meeting.detailFetchedAt.isValid())
        rows += settingRows(meeting.settings, m_locale);
    if (!meeting.joinUrl.isEmpty())
        rows.append({tr("Join link"), meeting.joinUrl});
    m_facts->setRows(rows);
    showPasscode();
}

void DetailsTab::showPasscode()
{
    if (m_details.meeting.passcode.isEmpty())
        return;
    const auto words = [this] { return m_isPasscodeShown ? m_details.meeting.passcode : tr("••••••  show"); };
    m_passcode = new LinkLabel(words());
    m_passcode->setObjectName(u"passcode"_s);
    m_passcode->setAccessibleName(tr("Show the passcode"));
    connect(m_passcode, &QPushButton::clicked, this, [this, words] {
        m_isPasscodeShown = !m_isPasscodeShown;
        m_passcode->setText(words());
    });
    m_facts->addControl(tr("Passcode"), m_passcode);
}

void DetailsTab::showDates()
{
    const bool isSeries = m_details.dates.size() > 1;
    m_dates.setRows(isSeries ? m_details.dates : QList<store::MeetingRow>());
    m_datesTitle->setVisible(isSeries);
    m_dateList->setVisible(isSeries);
}

} // namespace lectern::ui
