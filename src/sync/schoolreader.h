// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/relayaccess.h"
#include "feed/relayschool.h"
#include "sync/repositories.h"

namespace lectern::sync {

/// Writes what a relay tells of the school into the store, for a desktop that has no Zoom account: people,
/// courses and who is in them, hosts, and meetings with the person's own links.
class SchoolReader
{
public:
    explicit SchoolReader(Repositories &store);

    /// In one transaction. Meetings and enrolments that an earlier school had and this one lacks go; what
    /// only events told stays.
    [[nodiscard]] Result<void> store(const feed::RelaySchool &school, const feed::RelayAccess &access);

private:
    [[nodiscard]] Result<void> storePeople(const feed::RelaySchool &school, const feed::RelayAccess &access);
    [[nodiscard]] Result<void> storeCourse(const feed::RelayCourse &course);
    [[nodiscard]] Result<QList<school::Enrolment>> enrolmentsOf(
        CourseId course, const feed::RelayCourse &told) const;
    [[nodiscard]] Result<school::Enrolment> placed(
        school::Enrolment enrolment, const feed::RelayEnrolment &told) const;
    [[nodiscard]] Result<void> storeHosts(const feed::RelaySchool &school);
    [[nodiscard]] Result<void> storeMeeting(const feed::RelayMeeting &meeting);
    [[nodiscard]] Result<void> storeDates(MeetingId id, const school::Meeting &told);
    [[nodiscard]] Result<void> storeStart(MeetingId id, const QDateTime &startedAt);
    [[nodiscard]] Result<void> storeRegistrants(
        MeetingId id, const QList<feed::RelayRegistrant> &registrants);
    [[nodiscard]] Result<void> dropMissing(const feed::RelaySchool &school);
    [[nodiscard]] Result<school::Owner> ownerOf(const feed::RelayMeeting &meeting) const;

    Repositories &m_store;
};

} // namespace lectern::sync
