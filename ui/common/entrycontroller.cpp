// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/entrycontroller.h"

#include "core/clock.h"
#include "core/whendone.h"
#include "models/storereader.h"
#include "models/viewer.h"
#include "store/meetingrepository.h"
#include "store/rows.h"
#include "sync/commands.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"

namespace lectern::ui {

EntryController::EntryController(sync::Commands &commands, models::StoreReader &reader,
    const models::Viewer &viewer, const Clock &clock, LinkOpener &opener, Notices &notices, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_reader(reader)
    , m_viewer(viewer)
    , m_clock(clock)
    , m_opener(opener)
    , m_notices(notices)
{
    connect(&reader, &models::StoreReader::storeChanged, this, &EntryController::lookAtWatched);
}

school::Entry EntryController::entryFor(const store::MeetingRow &row) const
{
    return school::entryFor(row.entryFacts(), row.standing, m_clock.now());
}

void EntryController::perform(const store::MeetingRow &row)
{
    const school::Entry entry = entryFor(row);
    if (entry.action == school::Entry::Action::TellMe)
        toggleWatch(row);
    else if (entry.action != school::Entry::Action::None)
        open(row.meeting, entry.action);
}

QString EntryController::buttonText(const store::MeetingRow &row) const
{
    if (isOpening(row.meeting))
        return tr("Opening…");
    const school::Entry entry = entryFor(row);
    if (entry.action == school::Entry::Action::TellMe && isWatched(row.meeting))
        return tr("Don't tell me");
    return school::entryLabel(entry.action);
}

QString EntryController::reasonText(const store::MeetingRow &row) const
{
    const school::Entry entry = entryFor(row);
    if (entry.action == school::Entry::Action::TellMe && isWatched(row.meeting))
        return tr("Lectern tells you when it starts.");
    return entry.reason;
}

void EntryController::open(MeetingId meeting, school::Entry::Action action)
{
    if (m_opening.contains(meeting))
        return;
    m_opening.insert(meeting);
    Q_EMIT changed(meeting);
    Q_EMIT entering(meeting);

    using Action = school::Entry::Action;
    const bool isHost = action == Action::Start || action == Action::StartAgain || action == Action::Rejoin
        || action == Action::StartOnBehalf;
    auto link = isHost ? m_commands.startLink(meeting) : m_commands.joinLink(meeting, m_viewer.person().id);
    whenDone(link, this, [this, meeting](const Result<QUrl> &fetched) { opened(meeting, fetched); });
}

void EntryController::opened(MeetingId meeting, const Result<QUrl> &link)
{
    m_opening.remove(meeting);
    Q_EMIT changed(meeting);
    if (link)
        m_opener.open(*link);
    else
        m_notices.fail(link.error());
}

void EntryController::toggleWatch(const store::MeetingRow &row)
{
    if (m_watched.remove(row.meeting)) {
        m_notices.tell(tr("You will not be told about “%1”.").arg(row.topic));
    } else {
        m_watched.insert(row.meeting);
        m_notices.tell(tr("Lectern will tell you when “%1” starts.").arg(row.topic));
    }
    Q_EMIT changed(row.meeting);
}

void EntryController::lookAtWatched()
{
    for (const MeetingId meeting : std::as_const(m_watched)) {
        m_reader.read(
            this,
            [meeting, &clock = m_clock](store::Database &database) {
                return store::MeetingRepository(database, clock).find(meeting);
            },
            [this, meeting](const Result<std::optional<school::Meeting>> &found) {
                if (!found || !*found || (*found)->status != school::MeetingStatus::Started)
                    return;
                if (m_watched.remove(meeting))
                    Q_EMIT watchedMeetingStarted(meeting, (*found)->topic);
            });
    }
}

} // namespace lectern::ui
