// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/meetingcard.h"

#include "school/meetingwords.h"
#include "ui/common/entrycontroller.h"
#include "ui/meetings/meetingrowdelegate.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace lectern::ui {

MeetingCard::MeetingCard(EntryController &entry, QWidget *parent)
    : Card(parent)
    , m_entry(entry)
    , m_chip(new Chip(ChipKind::Next, {}))
    , m_time(new Label({}, TextRole::Small, Tone::Dim))
    , m_topic(new ElidedLabel({}, TextRole::Headline))
    , m_belonging(new ElidedLabel({}, TextRole::Body, Tone::Dim))
    , m_button(new QPushButton)
    , m_details(new QPushButton(tr("Details")))
    , m_reason(new ElidedLabel({}, TextRole::Small, Tone::Dim))
    , m_side(new Label({}, TextRole::Body, Tone::Dim))
{
    setUp();
    connect(m_button, &QPushButton::clicked, this, [this] { m_entry.perform(m_row); });
    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT opened(m_row.meeting); });
    connect(&m_entry, &EntryController::changed, this, [this](MeetingId meeting) {
        if (meeting == m_row.meeting)
            showEntry();
    });
}

void MeetingCard::setUp()
{
    m_button->setObjectName(QStringLiteral("enter"));
    m_details->setObjectName(QStringLiteral("details"));
    setButtonSize(m_button, ButtonSize::Large);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_chip);
    head->addWidget(m_time);
    head->addStretch(1);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::m);
    actions->addWidget(m_button);
    actions->addWidget(m_details);
    actions->addWidget(m_reason, 1);
    actions->addWidget(m_side);
    body()->setSpacing(space::xs);
    body()->addLayout(head);
    body()->addSpacing(space::xs);
    body()->addWidget(m_topic);
    body()->addWidget(m_belonging);
    body()->addStretch(1);
    body()->addSpacing(space::m);
    body()->addLayout(actions);
}

void MeetingCard::setMeeting(const store::MeetingRow &row, Moment moment, const QDateTime &now)
{
    const bool isSame = row.meeting == m_row.meeting && row.occurrenceId == m_row.occurrenceId;
    const bool isNews = isSame && !(row == m_row);
    m_row = row;
    m_moment = moment;
    m_now = now;
    showFacts();
    showEntry();
    if (isNews)
        flash();
}

bool MeetingCard::isUrgent() const
{
    return m_moment == Moment::Now && m_entry.entryFor(m_row).opensZoom();
}

void MeetingCard::showFacts()
{
    const bool isLive = m_row.status == school::MeetingStatus::Started;
    setStripe(meetingStripe(m_row, schemeOf(palette())));
    m_chip->setChip(isLive ? ChipKind::Live : ChipKind::Next, chipText());
    m_time->setText(isLive && m_row.startedAt.isValid()
            ? school::sinceText(m_row.startedAt, m_now, m_zone, m_locale)
            : m_row.start.isValid() ? school::timeRangeText(m_row.start, m_row.duration, m_zone, m_locale)
                                    : QString());
    m_topic->setText(m_row.topic);
    QStringList belonging{meetingBelonging(m_row)};
    if (!m_row.sessionTitle.isEmpty())
        belonging.append(m_row.sessionTitle);
    if (m_row.standing.isHost)
        belonging.append(tr("hosted by you"));
    else if (!m_row.hostName.isEmpty())
        belonging.append(tr("hosted by %1").arg(m_row.hostName));
    belonging.removeAll(QString());
    m_belonging->setText(belonging.join(QStringLiteral(" · ")));
    m_side->setText(sideText());
    m_side->setTextRole(m_moment == Moment::Next ? TextRole::Headline : TextRole::Body);
    m_side->setTone(m_moment == Moment::Next ? Tone::Normal : Tone::Dim);
    setAccessibleName(QStringList{chipText(), m_time->text(), m_row.topic, m_belonging->text()}.join(u", "));
}

void MeetingCard::showEntry()
{
    const school::Entry entry = m_entry.entryFor(m_row);
    const bool isOpening = m_entry.isOpening(m_row.meeting);
    m_button->setVisible(entry.action != school::Entry::Action::None);
    m_button->setEnabled(!isOpening);
    m_button->setText(m_entry.buttonText(m_row));
    m_button->setToolTip(m_entry.reasonText(m_row));
    m_button->setAccessibleDescription(m_row.topic);
    m_details->setAccessibleDescription(m_row.topic);
    setButtonRole(m_button, isUrgent() ? ButtonRole::Primary : ButtonRole::Quiet);
    m_reason->setText(entry.opensZoom() ? QString() : m_entry.reasonText(m_row));
}

QString MeetingCard::chipText() const
{
    if (m_row.status == school::MeetingStatus::Started)
        return tr("Live now");
    return m_moment == Moment::Now ? tr("Now") : tr("Next");
}

QString MeetingCard::sideText() const
{
    if (m_moment == Moment::Next)
        return school::countdownText(m_row.start, m_now);
    return presenceText(m_row, m_locale);
}

} // namespace lectern::ui
