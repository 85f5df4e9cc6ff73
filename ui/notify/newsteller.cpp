// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/newsteller.h"

#include "core/clock.h"
#include "models/storereader.h"
#include "models/viewer.h"
#include "school/permissions.h"
#include "store/meetinglistrepository.h"
#include "sync/commands.h"
#include "ui/common/entrycontroller.h"
#include "ui/settings/preferences.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::ui {

namespace {

using Kind = sync::LiveFact::Kind;

/// What is older was caught up after a pause.
constexpr std::chrono::seconds freshFor = 10min;

std::optional<Setting> switchOf(Kind kind)
{
    switch (kind) {
    case Kind::MeetingStarted:
        return Setting::NotifyStarted;
    case Kind::PersonWaiting:
        return Setting::NotifyWaiting;
    case Kind::RecordingReady:
        return Setting::NotifyRecording;
    default:
        return std::nullopt;
    }
}

bool isStaff(const school::Standing &standing)
{
    return standing.isHost || standing.isAlternativeHost || standing.teaches;
}

/// The school's common room opens all day long, for nobody in particular.
bool isCommonRoom(const store::MeetingRow &row)
{
    return row.kind == school::MeetingKind::Global && !school::hasFixedTime(row.type);
}

/// Of several lines of a series, the one that is on tells whose it is as well as any.
const store::MeetingRow &meantLine(const QList<store::MeetingRow> &lines)
{
    for (const store::MeetingRow &line : lines) {
        if (line.status == school::MeetingStatus::Started)
            return line;
    }
    return lines.first();
}

} // namespace

NewsTeller::NewsTeller(
    const Services &services, const Preferences &preferences, Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_preferences(preferences)
    , m_notifier(notifier)
{
    connect(&services.commands, &sync::Commands::eventsApplied, this, &NewsTeller::tellAll);
    connect(&services.entry, &EntryController::entering, this,
        [this](MeetingId meeting) { m_entered.insert(meeting); });
    connect(&services.entry, &EntryController::watchedMeetingStarted, this, &NewsTeller::tellWatchedStart);
    connect(&notifier, &Notifier::activated, this, &NewsTeller::onActivated);
}

void NewsTeller::tellAll(const sync::AppliedEvents &events)
{
    for (const sync::LiveFact &fact : events.facts) {
        noteArrival(fact);
        if (isWanted(fact))
            askStanding(fact);
    }
}

/// Keeps the list of those at the door true, whoever let them in.
void NewsTeller::noteArrival(const sync::LiveFact &fact)
{
    if (fact.kind == Kind::PersonJoined || fact.kind == Kind::PersonLeft)
        m_waiting[fact.meeting].removeAll(fact.name);
    if (fact.kind != Kind::MeetingEnded)
        return;
    m_waiting.remove(fact.meeting);
    m_entered.remove(fact.meeting);
}

bool NewsTeller::isWanted(const sync::LiveFact &fact) const
{
    const auto setting = switchOf(fact.kind);
    if (!setting || !m_preferences.isOn(*setting) || !fact.at.isValid())
        return false;
    const bool isMine = fact.person.isValid() && fact.person == m_services.viewer.person().id;
    return !isMine && fact.at.secsTo(m_services.clock.now()) <= freshFor.count();
}

void NewsTeller::askStanding(const sync::LiveFact &fact)
{
    m_services.reader.read(
        this,
        [meeting = fact.meeting, viewer = m_services.viewer.person().id, &clock = m_services.clock](
            store::Database &database) {
            return store::MeetingListRepository(database, clock).rowsFor(meeting, viewer);
        },
        [this, fact](const Result<QList<store::MeetingRow>> &lines) {
            // Without the store's word on whose meeting it is, silence is better than a stranger's news.
            if (lines && !lines->isEmpty())
                tell(fact, meantLine(*lines));
        });
}

void NewsTeller::tell(const sync::LiveFact &fact, const store::MeetingRow &row)
{
    switch (fact.kind) {
    case Kind::MeetingStarted:
        return tellStart(fact, row);
    case Kind::PersonWaiting:
        return tellWaiting(fact, row);
    case Kind::RecordingReady:
        return tellRecording(fact, row);
    default:
        return;
    }
}

void NewsTeller::tellStart(const sync::LiveFact &fact, const store::MeetingRow &row)
{
    const school::Standing &who = row.standing;
    const bool isTheirs = who.isAlternativeHost || who.teaches || who.isEnrolled || who.isRegistered;
    // Its host, and whoever just went in through Lectern, have started it.
    const bool isTheirDoing = who.isHost || m_entered.contains(fact.meeting);
    if (!isTheirs || isTheirDoing || isCommonRoom(row))
        return;
    show(tr("“%1” has started").arg(row.topic),
        row.hostName.isEmpty() ? tr("You can join it now.") : tr("%1 has opened it.").arg(row.hostName),
        {.meeting = fact.meeting});
}

void NewsTeller::tellWaiting(const sync::LiveFact &fact, const store::MeetingRow &row)
{
    if (!isStaff(row.standing))
        return;
    const QString name = fact.name.isEmpty() ? tr("Somebody") : fact.name;
    QStringList &waiting = m_waiting[fact.meeting];
    waiting.removeAll(name);
    waiting.prepend(name);
    const int others = static_cast<int>(waiting.size()) - 1;
    show(others == 0 ? tr("%1 is waiting to be let in").arg(name)
                     : tr("%1 and %n other(s) are waiting to be let in", nullptr, others).arg(name),
        row.topic, {.meeting = fact.meeting, .corner = MeetingCorner::Participants});
}

void NewsTeller::tellRecording(const sync::LiveFact &fact, const store::MeetingRow &row)
{
    const school::Standing &who = row.standing;
    const bool isTheirs = isStaff(who) || who.isEnrolled || who.isRegistered;
    if (!isTheirs || isCommonRoom(row) || !school::mayDo(school::MeetingAction::SeeRecordings, who).allowed)
        return;
    show(tr("The recording of “%1” is ready").arg(row.topic), tr("It can be watched from its page."),
        {.meeting = fact.meeting, .corner = MeetingCorner::Recordings});
}

void NewsTeller::tellWatchedStart(MeetingId meeting, const QString &topic)
{
    show(tr("“%1” has started").arg(topic), tr("You can join it now."), {.meeting = meeting});
}

void NewsTeller::show(const QString &title, const QString &body, const Place &place)
{
    const QString id = u"meeting/%1/%2"_s.arg(place.meeting.value).arg(static_cast<int>(place.corner));
    m_places.insert(id, place);
    m_notifier.show({.id = id, .title = title, .body = body, .action = tr("Open")});
}

void NewsTeller::onActivated(const QString &id)
{
    if (const auto place = m_places.constFind(id); place != m_places.cend())
        Q_EMIT placeRequested(place->meeting, place->corner);
}

} // namespace lectern::ui
