// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audiencerepository.h"

#include "school/meeting.h"
#include "store/database.h"
#include "store/viewerscope.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

AudienceRepository::AudienceRepository(Database &database)
    : m_database(database)
{ }

Result<QList<AudienceRow>> AudienceRepository::of(MeetingId meeting, int limit) const
{
    auto select = m_database.statement("list audience"_L1,
        u"SELECT p.name, p.email, p.sort_key FROM meetings m JOIN enrolments e ON e.course_id = m.course_id"
        u" JOIN people p ON p.id = e.person_id WHERE m.id = ?1 AND "_s
            % learnsIn()
            % u" UNION SELECT r.name, r.email, r.sort_key FROM registrants r JOIN meetings m"
              u" ON m.id = r.meeting_id WHERE r.meeting_id = ?1 AND r.status = 0 AND m.kind <> ?3"
              u" AND r.email_key NOT IN (SELECT p.email_key FROM enrolments e"
              u" JOIN people p ON p.id = e.person_id WHERE e.course_id = m.course_id AND "
            % learnsIn() % u") ORDER BY 3, 2 LIMIT ?2");
    select.bind(meeting).bind(limit).bind(school::MeetingKind::Global);
    return select.all([](const Statement &row) { return AudienceRow{row.text(0), row.text(1)}; });
}

Result<QList<AudienceRow>> AudienceRepository::unregistered(MeetingId meeting, int limit) const
{
    auto select = m_database.statement("list unregistered"_L1,
        u"SELECT DISTINCT p.name, p.email, p.sort_key FROM meetings m"
        u" JOIN enrolments e ON e.course_id = m.course_id JOIN people p ON p.id = e.person_id"
        u" WHERE m.id = ?1 AND "_s
            % learnsIn()
            % u" AND p.email_key <> '' AND p.email_key <> m.host_email_key AND NOT EXISTS"
              u" (SELECT 1 FROM registrants r WHERE r.meeting_id = m.id AND r.email_key = p.email_key)"
              u" ORDER BY 3, 2 LIMIT ?2");
    select.bind(meeting).bind(limit);
    return select.all([](const Statement &row) { return AudienceRow{row.text(0), row.text(1)}; });
}

Result<int> AudienceRepository::learners(const school::CourseOwner &owner) const
{
    auto select = m_database.statement("count learners"_L1,
        u"SELECT count(DISTINCT e.person_id) FROM enrolments e"
        u" JOIN (SELECT ?1 AS course_id, ?2 AS session_id, ?3 AS group_id) m WHERE "_s
            % learnsIn());
    return select.bind(owner.course).bind(owner.session).bind(owner.group).count();
}

} // namespace lectern::store
