// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meetingheader.h"

#include "school/meetingwords.h"
#include "school/permissions.h"
#include "ui/common/entrycontroller.h"
#include "ui/meetings/meetingrowdelegate.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/breadcrumb.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

/// "823 4567 8901", as Zoom writes it.
QString groupedNumber(qint64 zoomId)
{
    QString digits = QString::number(zoomId);
    if (digits.size() > 8)
        digits.insert(digits.size() - 4, u' ').insert(3, u' ');
    return digits;
}

} // namespace

MeetingHeader::MeetingHeader(EntryController &entry, QWidget *parent)
    : QWidget(parent)
    , m_entry(entry)
    , m_trail(new Breadcrumb)
    , m_head(new PageHeader({}))
    , m_state(new Chip(ChipKind::Neutral, {}))
    , m_copy(new QPushButton(tr("Copy link")))
    , m_edit(new QPushButton(tr("Edit…")))
    , m_more(new QPushButton(tr("More")))
    , m_enter(new QPushButton)
    , m_reason(new Label({}, TextRole::Small, Tone::Dim))
{
    setUpCopy();
    setUpMore();
    setUpLayout();
    connect(m_edit, &QPushButton::clicked, this, &MeetingHeader::editRequested);
    connect(m_enter, &QPushButton::clicked, this, [this] { m_entry.perform(m_details.row); });
    connect(&m_entry, &EntryController::changed, this, &MeetingHeader::showEntry);
    connect(m_trail, &Breadcrumb::crumbActivated, this, [this](int position) {
        if (position == 0)
            Q_EMIT placeRequested();
        else
            Q_EMIT courseRequested();
    });
}

void MeetingHeader::setUpCopy()
{
    auto *menu = new QMenu(m_copy);
    connect(
        menu->addAction(tr("Copy join link")), &QAction::triggered, this, &MeetingHeader::copyLinkRequested);
    m_copyPasscode = menu->addAction(tr("Copy passcode"));
    m_copyInvitation = menu->addAction(tr("Copy invitation"));
    connect(m_copyPasscode, &QAction::triggered, this, &MeetingHeader::copyPasscodeRequested);
    connect(m_copyInvitation, &QAction::triggered, this, &MeetingHeader::copyInvitationRequested);
    m_copy->setMenu(menu);
    m_copy->setObjectName(u"copy"_s);
}

void MeetingHeader::setUpMore()
{
    auto *menu = new QMenu(m_more);
    m_end = menu->addAction(tr("End meeting…"));
    m_delete = menu->addAction(tr("Delete…"));
    m_end->setObjectName(u"end"_s);
    m_delete->setObjectName(u"delete"_s);
    connect(m_end, &QAction::triggered, this, &MeetingHeader::endRequested);
    connect(m_delete, &QAction::triggered, this, &MeetingHeader::deleteRequested);
    m_more->setMenu(menu);
    m_more->setObjectName(u"more"_s);
}

void MeetingHeader::setUpLayout()
{
    m_edit->setObjectName(u"edit"_s);
    m_enter->setObjectName(u"enter"_s);
    setButtonRole(m_enter, ButtonRole::Primary);
    m_reason->setWordWrap(true);
    m_head->addChip(m_state);
    m_head->addAction(m_copy);
    m_head->addAction(m_edit);
    m_head->addAction(m_more);
    m_head->addAction(m_enter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_trail);
    column->addWidget(m_head);
    column->addWidget(m_reason);
}

void MeetingHeader::show(const models::MeetingDetails &details, const QDateTime &now)
{
    m_details = details;
    showTrail();
    showWords(now);
    showActions();
    showEntry();
}

void MeetingHeader::showTrail()
{
    const store::MeetingRow &row = m_details.row;
    switch (row.kind) {
    case school::MeetingKind::Course:
        m_trail->setTrail({tr("Courses"), row.courseCode, row.topic});
        break;
    case school::MeetingKind::User:
        m_trail->setTrail({tr("My meetings"), row.topic});
        break;
    case school::MeetingKind::Global:
        m_trail->setTrail({tr("Everyone"), row.topic});
        break;
    }
}

void MeetingHeader::showWords(const QDateTime &now)
{
    const bool isLive = m_details.row.status == school::MeetingStatus::Started;
    m_head->setTitle(m_details.row.topic);
    m_head->setSubtitle(factsText());
    m_state->setChip(isLive ? ChipKind::Live : ChipKind::Neutral, stateText(now));
}

QString MeetingHeader::stateText(const QDateTime &now) const
{
    const store::MeetingRow &row = m_details.row;
    if (row.status == school::MeetingStatus::Waiting && row.start.isValid())
        return school::startsText(row.start, now);
    if (row.status == school::MeetingStatus::Started && row.startedAt.isValid())
        return tr("live %1", "since 14:02").arg(school::sinceText(row.startedAt, now, m_zone, m_locale));
    return school::statusName(row.status);
}

QString MeetingHeader::factsText() const
{
    const store::MeetingRow &row = m_details.row;
    QStringList facts;
    if (row.start.isValid()) {
        const QDate day = row.start.toTimeZone(m_zone).date();
        facts.append(tr("%1, %2", "day, time")
                .arg(m_locale.toString(day, QLocale::LongFormat),
                    school::timeRangeText(row.start, row.duration, m_zone, m_locale)));
        const QTimeZone other(row.timeZone);
        if (other.isValid() && other.offsetFromUtc(row.start) != m_zone.offsetFromUtc(row.start))
            facts.append(tr("%1 in %2", "time in zone")
                    .arg(school::timeText(row.start, other, m_locale), QString::fromLatin1(other.id())));
    } else {
        facts.append(tr("Any time"));
    }
    if (const QString host = row.hostName.isEmpty() ? row.hostEmail : row.hostName; !host.isEmpty())
        facts.append(tr("hosted by %1").arg(host));
    if (row.zoomId != 0)
        facts.append(groupedNumber(row.zoomId));
    return facts.join(u" · "_s);
}

void MeetingHeader::showActions()
{
    using school::MeetingAction;
    const school::Standing &standing = m_details.row.standing;
    const school::MeetingStatus status = m_details.row.status;
    const bool isGone = status == school::MeetingStatus::Deleted;
    const auto allow = [&standing](auto *control, MeetingAction action, auto applies) {
        const school::Permission permission = school::mayDo(action, standing);
        control->setVisible(applies);
        control->setEnabled(permission.allowed);
        control->setToolTip(permission.reason);
    };
    m_copy->setVisible(!isGone && !m_details.meeting.joinUrl.isEmpty());
    m_copyPasscode->setVisible(!m_details.meeting.passcode.isEmpty());
    allow(m_copyInvitation, MeetingAction::CopyInvitation, m_details.row.zoomId != 0);
    allow(m_edit, MeetingAction::Edit, !isGone);
    allow(m_end, MeetingAction::End, status == school::MeetingStatus::Started);
    allow(m_delete, MeetingAction::Delete, !isGone);
    const bool mayChange = school::mayDo(MeetingAction::Edit, standing).allowed;
    m_edit->setVisible(!isGone && mayChange);
    m_more->setVisible(!isGone && mayChange);
}

void MeetingHeader::showEntry()
{
    const school::Entry entry = m_entry.entryFor(m_details.row);
    const bool isOpening = m_entry.isOpening(m_details.row.meeting);
    m_enter->setVisible(entry.action != school::Entry::Action::None);
    m_enter->setEnabled(!isOpening);
    m_enter->setText(m_entry.buttonText(m_details.row));
    m_reason->setText(m_entry.reasonText(m_details.row));
    m_reason->setVisible(!entry.opensZoom());
}

} // namespace lectern::ui
