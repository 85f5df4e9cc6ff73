// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/viewerscope.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

/// Who is in a session's group is in that session, whether or not the enrolment says so.
QString sessionOfEnrolment()
{
    return u"coalesce(e.session_id, (SELECT session_id FROM course_groups WHERE id = e.group_id))"_s;
}

} // namespace

QString learnsIn()
{
    return u"(e.role = 0 AND e.course_id = m.course_id AND CASE"
           u" WHEN m.group_id IS NOT NULL THEN e.group_id IS m.group_id"
           u" WHEN m.session_id IS NOT NULL THEN coalesce("_s
        % sessionOfEnrolment() % u", m.session_id) = m.session_id ELSE 1 END)";
}

QString teachesIn()
{
    return uR"((e.role = 1 AND e.course_id = m.course_id
        AND (m.session_id IS NULL OR e.session_id IS NULL OR e.session_id = m.session_id)
        AND (m.group_id IS NULL OR e.group_id IS NULL OR e.group_id = m.group_id)))"_s;
}

QString ownMeetings(const QString &viewer)
{
    const QString email = u"(SELECT email_key FROM people WHERE id = "_s % viewer % u')';
    return u"SELECT id FROM meetings WHERE kind = 2"
           u" UNION SELECT id FROM meetings WHERE owner_person_id = "_s
        % viewer
        % u" UNION SELECT m.id FROM enrolments e JOIN meetings m ON m.course_id = e.course_id"
          u" WHERE e.person_id = "
        % viewer % u" AND (" % learnsIn() % u" OR " % teachesIn()
        % u") UNION SELECT m.id FROM hosts h JOIN meetings m ON m.host_zoom_user_id = h.zoom_user_id"
          u" WHERE h.email_key = "
        % email % u" UNION SELECT id FROM meetings WHERE host_email_key <> '' AND host_email_key = " % email
        % u" UNION SELECT meeting_id FROM alternative_hosts WHERE email_key = " % email
        % u" UNION SELECT meeting_id FROM registrants WHERE status IN (0, 1) AND email_key = " % email;
}

} // namespace lectern::store
