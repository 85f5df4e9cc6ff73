// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/permissions.h"

#include <QCoreApplication>

namespace lectern::school {

namespace {

struct PermissionText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::Permission)
};

bool isResponsible(const Standing &standing)
{
    return standing.isHost || standing.teaches || standing.role == Role::Administrator;
}

bool isConcerned(const Standing &standing)
{
    return isResponsible(standing) || standing.isAlternativeHost || standing.isEnrolled
        || standing.isRegistered;
}

Permission permit(bool allowed, const QString &reason)
{
    return {allowed, allowed ? QString() : reason};
}

QString onlyResponsible()
{
    return PermissionText::tr("Only its host, a teacher of it or an administrator can do this.");
}

} // namespace

Permission mayDo(MeetingAction action, const Standing &standing)
{
    switch (action) {
    case MeetingAction::Edit:
    case MeetingAction::Delete:
    case MeetingAction::ManageRegistrants:
        return permit(isResponsible(standing), onlyResponsible());
    case MeetingAction::End:
    case MeetingAction::SeeRegistrants:
        return permit(isResponsible(standing) || standing.isAlternativeHost, onlyResponsible());
    case MeetingAction::SeeRecordings:
    case MeetingAction::CopyInvitation:
        return permit(
            isConcerned(standing), PermissionText::tr("Only the people of this meeting can do this."));
    }
    return {};
}

Permission maySchedule(Role role)
{
    return permit(
        role != Role::Learner, PermissionText::tr("Learners cannot schedule meetings. Ask your teacher."));
}

Permission mayScheduleForOtherHosts(Role role)
{
    return permit(role == Role::Administrator,
        PermissionText::tr("Only an administrator can schedule a meeting for another host."));
}

Permission maySeeAllMeetings(Role role)
{
    return permit(role == Role::Administrator,
        PermissionText::tr("Only an administrator sees the meetings of the whole school."));
}

Permission mayEnableGlobalMeeting(Role role)
{
    return permit(role == Role::Administrator,
        PermissionText::tr("Only an administrator can switch the meeting for everyone on or off."));
}

} // namespace lectern::school
