// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/entry.h"

#include <QCoreApplication>

namespace lectern::school {

using Action = Entry::Action;

namespace {

struct EntryText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::Entry)
};

/// One judgement: the facts of a meeting, one person, one moment.
struct Case
{
    const EntryFacts &meeting;
    const Standing &person;
    const QDateTime &now;

    [[nodiscard]] bool isStaff() const
    {
        return person.isAlternativeHost || person.teaches || person.role == Role::Administrator;
    }
    [[nodiscard]] bool isAudience() const { return person.isEnrolled || person.isRegistered; }
    [[nodiscard]] bool isOutsider() const { return !person.isHost && !isStaff() && !isAudience(); }
    [[nodiscard]] bool mustRegister() const
    {
        return meeting.settings.approval != Approval::NoRegistration && !person.isRegistered && !isStaff();
    }
    [[nodiscard]] bool hasMoment() const { return hasFixedTime(meeting.type) && meeting.start.isValid(); }
    [[nodiscard]] QDateTime end() const
    {
        return meeting.start.addSecs(std::chrono::seconds(meeting.duration).count());
    }
    [[nodiscard]] bool isOver() const { return hasMoment() && end() < now; }
};

/// How long Zoom keeps the id of a meeting after its time: never for a webinar or an instant meeting, 30
/// days for a single one, 365 for a series or a personal room.
bool isIdAlive(const Case &c)
{
    switch (c.meeting.type) {
    case MeetingType::Instant:
    case MeetingType::ScreenShareOnly:
        return false;
    case MeetingType::Webinar:
        return !c.isOver();
    case MeetingType::Recurring:
    case MeetingType::RecurringWebinar:
        return !c.hasMoment() || c.now <= c.end().addDays(365);
    case MeetingType::RecurringNoFixedTime:
    case MeetingType::RecurringWebinarNoFixedTime:
    case MeetingType::PersonalRoom:
        return true;
    case MeetingType::Scheduled:
    case MeetingType::Unknown:
        return !c.meeting.start.isValid() || c.now <= c.meeting.start.addDays(30);
    }
    return false;
}

Entry nothing(const QString &reason)
{
    return {Action::None, reason};
}

Entry outsider(const Case &c)
{
    const QString contact = c.person.contactName;
    if (c.person.awaitsApproval) {
        return nothing(contact.isEmpty()
                ? EntryText::tr("Your registration waits for the host's approval.")
                : EntryText::tr("Your registration waits for %1's approval.").arg(contact));
    }
    if (c.meeting.settings.approval != Approval::NoRegistration) {
        return nothing(contact.isEmpty()
                ? EntryText::tr("You are not registered for this meeting. Ask its host.")
                : EntryText::tr("You are not registered for this meeting. Ask %1.").arg(contact));
    }
    return nothing(contact.isEmpty()
            ? EntryText::tr("You are not enrolled for this meeting. Ask its host.")
            : EntryText::tr("You are not enrolled for this meeting. Ask %1.").arg(contact));
}

Entry closed(const Case &c)
{
    return nothing(c.person.contactName.isEmpty()
            ? EntryText::tr("The meeting for everyone is closed at present.")
            : EntryText::tr("The meeting for everyone is closed at present. Ask %1.")
                  .arg(c.person.contactName));
}

Entry registration(const Case &c)
{
    if (c.person.awaitsApproval)
        return outsider(c);
    if (c.meeting.settings.approval == Approval::Manual) {
        return {Action::Register,
            EntryText::tr("This meeting asks for registration; its host approves each one.")};
    }
    return {Action::Register, EntryText::tr("This meeting asks for registration; you are let in at once.")};
}

QString opensWhenStarted(const Case &c)
{
    if (c.person.contactName.isEmpty())
        return EntryText::tr("Opens when the host starts it.");
    return EntryText::tr("Opens when %1 starts it.").arg(c.person.contactName);
}

Entry waitingAudience(const Case &c)
{
    const MeetingSettings &settings = c.meeting.settings;
    if (c.isOver())
        return nothing(EntryText::tr("The time of this meeting is over, and nobody has started it."));
    if (c.mustRegister())
        return registration(c);
    // A waiting room switches joining before the host off; a webinar does not know it.
    if (!settings.joinBeforeHost || settings.waitingRoom || isWebinar(c.meeting.type))
        return {Action::TellMe, opensWhenStarted(c)};
    const auto lead = settings.joinBeforeHostTime;
    const bool isOpen = lead.count() == 0 || !c.hasMoment()
        || c.now >= c.meeting.start.addSecs(-std::chrono::seconds(lead).count());
    if (isOpen)
        return {Action::Join, EntryText::tr("You can join before the host.")};
    return {Action::TellMe,
        EntryText::tr("Opens %n minute(s) before it starts.", nullptr, static_cast<int>(lead.count()))};
}

Entry waitingHost(const Case &c)
{
    if (!c.isOver())
        return {Action::Start, EntryText::tr("You are the host.")};
    if (isIdAlive(c))
        return {Action::Start, EntryText::tr("Its time is over, but you can still start it.")};
    return nothing(EntryText::tr("The time of this meeting is over, and Zoom no longer opens it."));
}

Entry waiting(const Case &c)
{
    if (c.person.isHost)
        return waitingHost(c);
    if (c.isOutsider())
        return outsider(c);
    if (c.isStaff() && c.isOver() && !isIdAlive(c))
        return nothing(EntryText::tr("The time of this meeting is over, and Zoom no longer opens it."));
    if (c.person.isAlternativeHost)
        return {
            Action::JoinAsAlternativeHost, EntryText::tr("You are an alternative host and can start it.")};
    if (c.isStaff() && (c.person.role == Role::Administrator || c.person.mayStartOnBehalf)) {
        return {Action::StartOnBehalf,
            c.person.contactName.isEmpty()
                ? EntryText::tr("Starts the meeting in the host's name.")
                : EntryText::tr("Starts the meeting in the name of %1.").arg(c.person.contactName)};
    }
    return waitingAudience(c);
}

Entry started(const Case &c)
{
    if (c.person.isHost)
        return {Action::Rejoin, EntryText::tr("Your meeting is running.")};
    if (c.isOutsider())
        return outsider(c);
    if (c.mustRegister())
        return registration(c);
    if (c.meeting.settings.waitingRoom && !c.isStaff())
        return {Action::Join, EntryText::tr("It is running; the host lets you in from the waiting room.")};
    return {Action::Join, EntryText::tr("It is running.")};
}

Entry ended(const Case &c)
{
    if (c.person.isHost && isIdAlive(c))
        return {Action::StartAgain, EntryText::tr("This meeting has ended; you can start it again.")};
    if (c.isOutsider())
        return nothing(EntryText::tr("This meeting has ended."));
    return nothing(
        EntryText::tr("This meeting has ended. Its recordings, if there are any, are on its page."));
}

} // namespace

bool Entry::opensZoom() const
{
    return action != Action::Register && action != Action::TellMe && action != Action::None;
}

QString entryLabel(Action action)
{
    switch (action) {
    case Action::Start:
        return EntryText::tr("Start");
    case Action::StartAgain:
        return EntryText::tr("Start again");
    case Action::Rejoin:
        return EntryText::tr("Rejoin");
    case Action::Join:
        return EntryText::tr("Join");
    case Action::JoinAsAlternativeHost:
        return EntryText::tr("Join as alternative host");
    case Action::StartOnBehalf:
        return EntryText::tr("Start on behalf");
    case Action::Register:
        return EntryText::tr("Register");
    case Action::TellMe:
        return EntryText::tr("Tell me");
    case Action::None:
        return {};
    }
    return {};
}

Entry entryFor(const EntryFacts &meeting, const Standing &standing, const QDateTime &now)
{
    const Case c{meeting, standing, now};
    if (meeting.status == MeetingStatus::Deleted)
        return nothing(EntryText::tr("This meeting was deleted in Zoom."));
    if (!meeting.isKnownToZoom)
        return nothing(EntryText::tr("Zoom does not know of this meeting yet; it opens once it was sent."));
    if (meeting.isClosed && !c.person.isHost && !c.isStaff())
        return closed(c);
    switch (meeting.status) {
    case MeetingStatus::Started:
        return started(c);
    case MeetingStatus::Ended:
        return ended(c);
    default:
        return waiting(c);
    }
}

} // namespace lectern::school
