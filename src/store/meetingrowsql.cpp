// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingrowsql.h"

#include "store/meetingcolumns.h"
#include "store/meetinglines.h"
#include "store/statement.h"
#include "store/viewerscope.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Standing;

QString facts(const QString &now)
{
    return u"l.meeting_id, l.occurrence_id, m.zoom_id, m.type, l.kind,"
           u" CASE WHEN l.status = 0 AND l.end_ms <= "_s
        % now
        % u" THEN 2 ELSE l.status END, m.topic, l.start_ms, l.duration_min, m.time_zone, m.started_ms,"
          u" c.code, c.title, s.title, g.title, o.name, m.host_zoom_user_id, h.name,"
          u" coalesce(nullif(m.host_email, ''), h.email, '')";
}

/// Of a series, only the recordings of this date.
QString recordingsCount()
{
    return u"(SELECT count(*) FROM recordings r WHERE r.meeting_id = l.meeting_id AND (l.dates = 1"
           u" OR (r.start_ms >= l.start_ms - 3600000 AND r.start_ms < l.end_ms)))"_s;
}

/// Live, or to come: what is over, or was never held, takes no host's time.
QString takesTime(const QString &line, const QString &now)
{
    return u'(' % line % u".status = 1 OR ("_s % line % u".status = 0 AND " % line % u".end_ms > " % now
        % u"))";
}

QString clash(const QString &now)
{
    return u"(l.start_ms < %1 AND "_s.arg(noTime) % takesTime(u"l"_s, now)
        % u" AND EXISTS (SELECT 1 FROM lines n WHERE n.host_key = l.host_key"
          u" AND n.start_ms < l.end_ms AND n.start_ms > l.start_ms - "
        % QString::number(longestLine.count())
        % u" AND n.end_ms > l.start_ms AND n.meeting_id <> l.meeting_id AND " % takesTime(u"n"_s, now)
        % u"))";
}

QString counts(const QString &now)
{
    return u"CASE WHEN l.occurrence_id = '' AND l.dates = 1 THEN 0 ELSE (SELECT count(*) FROM lines n"
           u" WHERE n.meeting_id = l.meeting_id AND n.start_ms >= l.start_ms AND n.end_ms > "_s
        % now
        % u") END, l.registrants,"
          u" (SELECT count(*) FROM registrants r WHERE r.meeting_id = l.meeting_id AND r.status = 1),"
          u" (SELECT count(DISTINCT e.person_id) FROM enrolments e WHERE "
        % learnsIn()
        % u"), CASE WHEN l.status <> 1 THEN 0 ELSE (SELECT count(DISTINCT coalesce(nullif(p.email_key, ''),"
          u" p.name)) FROM participants p WHERE p.meeting_id = l.meeting_id AND p.left_ms IS NULL) END, "
        % recordingsCount() % u", " % clash(now)
        % u", coalesce((SELECT max(b.state) FROM outbox b WHERE b.meeting_id = l.meeting_id"
          u" AND (b.occurrence_id IN ('', l.occurrence_id) OR l.occurrence_id = '')), 0)";
}

QString settingsColumns()
{
    return u"m.approval, m.registration_scope, m.auto_recording, m.waiting_room, m.join_before_host,"
           u" m.join_before_host_min, m.host_video, m.participant_video, m.mute_upon_entry, m.alternative_hosts"_s;
}

QString enrolled(const QString &viewer, const QString &rule)
{
    return u"EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = "_s % viewer % u" AND " % rule % u')';
}

QString registered(int status)
{
    return u"EXISTS (SELECT 1 FROM registrants r WHERE r.email_key = v.email_key"
           u" AND r.meeting_id = l.meeting_id AND r.status = "_s
        % QString::number(status) % u')';
}

/// The school's common room: the meeting for all that has no fixed time. Another desktop may have opened it,
/// whose rules are not known here: then its host is in it, or not.
QString closed()
{
    return u"l.kind = %1 AND m.type = %2 AND EXISTS (SELECT 1 FROM global_meeting WHERE availability = 0"
           u" AND host_zoom_user_id <> '')"_s.arg(static_cast<int>(school::MeetingKind::Global))
               .arg(static_cast<int>(school::MeetingType::RecurringNoFixedTime));
}

/// For nobody, v is all NULL and so is everything here.
QString standing(const QString &viewer)
{
    return u"v.role, v.email_key IN (nullif(m.host_email_key, ''), h.email_key),"
           u" EXISTS (SELECT 1 FROM alternative_hosts a WHERE a.meeting_id = l.meeting_id"
           u" AND a.email_key = v.email_key), m.owner_person_id IS v.id AND v.id IS NOT NULL OR "_s
        % enrolled(viewer, teachesIn())
        % u", CASE WHEN l.kind = 2 THEN v.role >= coalesce((SELECT minimum_role FROM global_meeting), 0) "
          u"ELSE "
        % enrolled(viewer, learnsIn()) % u" END, " % registered(0) % u", " % registered(1)
        % u", coalesce(nullif(h.name, ''), nullif(m.host_email, ''), h.email, '')";
}

Standing readStanding(const Statement &row, int column)
{
    return Standing{.role = row.enumeration<school::Role>(column),
        .isHost = row.integer(column + 1) != 0,
        .isAlternativeHost = row.integer(column + 2) != 0,
        .teaches = row.integer(column + 3) != 0,
        .isEnrolled = row.integer(column + 4) != 0,
        .isRegistered = row.integer(column + 5) != 0,
        .awaitsApproval = row.integer(column + 6) != 0,
        .contactName = row.text(column + 7)};
}

constexpr int countsAt = 19;
constexpr int settingsAt = 27;
constexpr int standingAt = 37;
constexpr int closedAt = 45;

void readCounts(const Statement &row, MeetingRow &result)
{
    result.occurrencesLeft = row.integer(countsAt);
    result.registrantsApproved = row.integer(countsAt + 1);
    result.registrantsPending = row.integer(countsAt + 2);
    result.audience = row.integer(countsAt + 3);
    result.participantsHere = row.integer(countsAt + 4);
    result.recordings = row.integer(countsAt + 5);
    result.clashes = row.integer(countsAt + 6) != 0;
    result.pending = row.enumeration<PendingState>(countsAt + 7);
}

} // namespace

QString selectRows(const QString &now, const QString &viewer)
{
    return u"SELECT "_s % facts(now) % u", " % counts(now) % u", " % settingsColumns() % u", "
        % standing(viewer) % u", " % closed();
}

QString joinRows(const QString &lineId, const QString &viewer)
{
    return u" CROSS JOIN lines l ON l.id = "_s % lineId
        % u" CROSS JOIN meetings m ON m.id = l.meeting_id"
          u" LEFT JOIN courses c ON c.id = m.course_id LEFT JOIN sessions s ON s.id = m.session_id"
          u" LEFT JOIN course_groups g ON g.id = m.group_id LEFT JOIN people o ON o.id = m.owner_person_id"
          u" LEFT JOIN hosts h ON h.zoom_user_id = m.host_zoom_user_id LEFT JOIN people v ON v.id = "
        % viewer;
}

MeetingRow readRow(const Statement &row)
{
    MeetingRow result;
    result.meeting = row.id<MeetingId>(0);
    result.occurrenceId = row.text(1);
    result.zoomId = row.number(2);
    result.type = row.enumeration<school::MeetingType>(3);
    result.kind = row.enumeration<school::MeetingKind>(4);
    result.status = row.enumeration<school::MeetingStatus>(5);
    result.topic = row.text(6);
    result.start = row.number(7) == noTime ? QDateTime() : row.moment(7);
    result.duration = row.minutes(8);
    result.timeZone = row.bytes(9);
    if (result.status == school::MeetingStatus::Started)
        result.startedAt = row.moment(10);
    result.courseCode = row.text(11);
    result.courseTitle = row.text(12);
    result.sessionTitle = row.text(13);
    result.groupTitle = row.text(14);
    result.ownerName = row.text(15);
    result.hostZoomUserId = row.text(16);
    result.hostName = row.text(17);
    result.hostEmail = row.text(18);
    readCounts(row, result);
    result.settings = readSettings(row, settingsAt);
    result.standing = readStanding(row, standingAt);
    result.isClosed = row.integer(closedAt) != 0;
    return result;
}

} // namespace lectern::store
