// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/changedesk.h"
#include "sync/engineparts.h"

namespace lectern::sync {

/// Whether this is the meeting that is always open to everyone, not one for all on a certain day.
[[nodiscard]] bool isCommonRoom(const store::MeetingRow &line);

/// What the school keeps without Zoom: courses, people, rosters, and the rules of the meeting for everyone.
class Registry : public QObject
{
    Q_OBJECT

public:
    Registry(Repositories &store, ChangeDesk &desk, RosterReader roster);

    [[nodiscard]] Result<CourseId> saveCourse(school::Course course);
    [[nodiscard]] Result<PersonId> savePerson(school::Person person);
    [[nodiscard]] Result<QStringList> importRoster(const QHash<QString, QByteArray> &files);
    [[nodiscard]] Result<void> setGlobalMeeting(const GlobalMeetingRules &rules);

private:
    [[nodiscard]] Result<QList<FieldError>> check(const school::Course &course) const;
    [[nodiscard]] Result<QList<FieldError>> check(const school::Person &person) const;
    [[nodiscard]] Result<std::optional<store::MeetingRow>> globalMeeting() const;
    [[nodiscard]] Result<void> openRoom(const GlobalMeetingRules &rules);
    /// Zoom gives a meeting no other host: a new one takes its place.
    [[nodiscard]] Result<void> moveRoom(const store::MeetingRow &room, const GlobalMeetingRules &rules);
    [[nodiscard]] Result<void> createGlobalMeeting(const GlobalMeetingRules &rules);
    [[nodiscard]] Result<void> rename(const store::MeetingRow &meeting, const QString &topic);

    Repositories &m_store;
    ChangeDesk &m_desk;
    RosterReader m_roster;
};

} // namespace lectern::sync
