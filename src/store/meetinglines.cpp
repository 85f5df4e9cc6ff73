// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetinglines.h"

#include "store/database.h"
#include "store/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingStatus;
using school::Occurrence;

struct Line
{
    QString occurrenceId;
    qint64 start = noTime;
    qint64 end = noTime;
    std::chrono::minutes duration{0};
    MeetingStatus status = MeetingStatus::Waiting;
};

Line lineAt(const QString &occurrenceId, const QDateTime &start, std::chrono::minutes duration)
{
    Line line{.occurrenceId = occurrenceId, .duration = duration};
    if (start.isValid()) {
        const std::chrono::milliseconds length = duration;
        line.start = start.toMSecsSinceEpoch();
        line.end = line.start + std::clamp(length, std::chrono::milliseconds{0}, longestLine).count();
    }
    return line;
}

QList<Line> datesOf(const Meeting &meeting)
{
    QList<Line> lines;
    for (const Occurrence &occurrence : meeting.occurrences) {
        if (occurrence.status == Occurrence::Status::Available)
            lines.append(lineAt(occurrence.id, occurrence.start, occurrence.duration));
    }
    if (lines.isEmpty())
        lines.append(lineAt({}, meeting.start, meeting.duration));
    return lines;
}

/// Of a started series one date is running, the others wait.
void markRunning(QList<Line> &lines, const Meeting &meeting, const QDateTime &now)
{
    const qint64 moment = (meeting.startedAt.isValid() ? meeting.startedAt : now).toMSecsSinceEpoch();
    const auto distance = [moment](const Line &line) { return qAbs(line.start - moment); };
    std::ranges::min_element(lines, {}, distance)->status = MeetingStatus::Started;
}

QList<Line> linesOf(const Meeting &meeting, const QDateTime &now)
{
    QList<Line> lines = datesOf(meeting);
    if (meeting.status == MeetingStatus::Started) {
        markRunning(lines, meeting, now);
        return lines;
    }
    for (Line &line : lines)
        line.status = meeting.status;
    return lines;
}

Result<void> addLine(Database &database, const Meeting &meeting, const Line &line, qsizetype dates)
{
    const auto *course = std::get_if<school::CourseOwner>(&meeting.owner);
    auto insert = database.statement("add line"_L1, uR"(
        INSERT INTO lines (meeting_id, occurrence_id, start_ms, end_ms, duration_min, status, kind, dates,
            topic_key, course_key, host_key, registrants)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
            coalesce((SELECT code_key FROM courses WHERE id = ?10), ''),
            coalesce((SELECT sort_key FROM hosts WHERE zoom_user_id = ?11), ?11),
            (SELECT count(*) FROM registrants WHERE meeting_id = ?1 AND status = 0)))"_s);
    insert.bind(meeting.id).bind(line.occurrenceId).bind(line.start).bind(line.end).bind(line.duration);
    insert.bind(line.status).bind(school::kindOf(meeting.owner)).bind(qint64{dates});
    insert.bind(sortKey(meeting.topic)).bind(course ? course->course : CourseId{});
    return insert.bind(meeting.hostZoomUserId).run();
}

} // namespace

Result<void> addLines(Database &database, const Meeting &meeting, const QDateTime &now)
{
    const QList<Line> lines = linesOf(meeting, now);
    for (const Line &line : lines) {
        if (auto done = addLine(database, meeting, line, lines.size()); !done)
            return done;
    }
    return {};
}

Result<void> replaceLines(Database &database, const Meeting &meeting, const QDateTime &now)
{
    auto remove = database.statement("remove lines"_L1, u"DELETE FROM lines WHERE meeting_id = ?1"_s);
    if (auto done = remove.bind(meeting.id).run(); !done)
        return done;
    return addLines(database, meeting, now);
}

Result<void> refreshCourseCopies(Database &database, CourseId course)
{
    auto words = database.statement("refresh course words"_L1, uR"(
        UPDATE meetings SET words = own_words || (SELECT words FROM courses WHERE id = ?1)
            || coalesce((SELECT words FROM hosts h WHERE h.zoom_user_id = host_zoom_user_id), '')
        WHERE course_id = ?1)"_s);
    if (auto done = words.bind(course).run(); !done)
        return done;
    auto keys = database.statement("refresh course keys"_L1, uR"(
        UPDATE lines SET course_key = (SELECT code_key FROM courses WHERE id = ?1)
        WHERE meeting_id IN (SELECT id FROM meetings WHERE course_id = ?1))"_s);
    return keys.bind(course).run();
}

Result<void> refreshHostCopies(Database &database, const QString &hostZoomUserId)
{
    auto words = database.statement("refresh host words"_L1, uR"(
        UPDATE meetings SET words = own_words
            || coalesce((SELECT words FROM courses c WHERE c.id = course_id), '')
            || coalesce((SELECT words FROM hosts WHERE zoom_user_id = ?1), '')
        WHERE host_zoom_user_id = ?1)"_s);
    if (auto done = words.bind(hostZoomUserId).run(); !done)
        return done;
    auto keys = database.statement("refresh host keys"_L1, uR"(
        UPDATE lines SET host_key = coalesce((SELECT sort_key FROM hosts WHERE zoom_user_id = ?1), ?1)
        WHERE meeting_id IN (SELECT id FROM meetings WHERE host_zoom_user_id = ?1))"_s);
    return keys.bind(hostZoomUserId).run();
}

Result<void> refreshRegistrantCount(Database &database, MeetingId meeting)
{
    auto update = database.statement("refresh registrant count"_L1, uR"(
        UPDATE lines SET registrants =
            (SELECT count(*) FROM registrants WHERE meeting_id = ?1 AND status = 0)
        WHERE meeting_id = ?1)"_s);
    return update.bind(meeting).run();
}

} // namespace lectern::store
