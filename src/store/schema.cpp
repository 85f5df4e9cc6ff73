// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

// Times are epoch milliseconds in UTC; *_key columns are folded for comparing and sorting, `words` columns
// for searching (words.h). Enumerations keep the numbers of their C++ types.

QStringList peopleAndCourses()
{
    return {
        uR"(CREATE TABLE people (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL,
            email_key TEXT NOT NULL UNIQUE, role INTEGER NOT NULL, sort_key TEXT NOT NULL,
            words TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE courses (
            id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL, origin INTEGER NOT NULL, words TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL, first_day TEXT, last_day TEXT) STRICT)"_s,
        uR"(CREATE TABLE course_groups (
            id INTEGER PRIMARY KEY AUTOINCREMENT, course_id INTEGER NOT NULL REFERENCES courses,
            session_id INTEGER REFERENCES sessions, code TEXT NOT NULL, code_key TEXT NOT NULL,
            title TEXT NOT NULL) STRICT)"_s,
        u"CREATE UNIQUE INDEX course_groups_code ON course_groups (course_id, coalesce(session_id, 0), code_key)"_s,
        uR"(CREATE TABLE enrolments (
            person_id INTEGER NOT NULL REFERENCES people, course_id INTEGER NOT NULL REFERENCES courses,
            session_id INTEGER REFERENCES sessions, group_id INTEGER REFERENCES course_groups,
            role INTEGER NOT NULL) STRICT)"_s,
        uR"(CREATE UNIQUE INDEX enrolments_once
            ON enrolments (person_id, course_id, coalesce(session_id, 0), coalesce(group_id, 0)))"_s,
        u"CREATE INDEX enrolments_course ON enrolments (course_id, role, session_id, group_id, person_id)"_s,
        uR"(CREATE TABLE hosts (
            zoom_user_id TEXT PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL, name TEXT NOT NULL,
            licence INTEGER NOT NULL, state INTEGER NOT NULL, time_zone BLOB NOT NULL,
            sort_key TEXT NOT NULL, words TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX hosts_email ON hosts (email_key)"_s,
    };
}

QStringList meetings()
{
    return {
        uR"(CREATE TABLE meetings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, zoom_id INTEGER UNIQUE, kind INTEGER NOT NULL,
            course_id INTEGER REFERENCES courses, session_id INTEGER REFERENCES sessions,
            group_id INTEGER REFERENCES course_groups, owner_person_id INTEGER REFERENCES people,
            type INTEGER NOT NULL, status INTEGER NOT NULL, started_ms INTEGER,
            host_zoom_user_id TEXT NOT NULL, host_email TEXT NOT NULL, host_email_key TEXT NOT NULL,
            start_ms INTEGER, duration_min INTEGER NOT NULL, time_zone BLOB NOT NULL, topic TEXT NOT NULL,
            own_words TEXT NOT NULL, words TEXT NOT NULL, uuid TEXT NOT NULL, agenda TEXT NOT NULL,
            join_url TEXT NOT NULL, registration_url TEXT NOT NULL, passcode TEXT NOT NULL,
            approval INTEGER NOT NULL, registration_scope INTEGER NOT NULL, auto_recording INTEGER NOT NULL,
            waiting_room INTEGER NOT NULL, join_before_host INTEGER NOT NULL,
            join_before_host_min INTEGER NOT NULL, host_video INTEGER NOT NULL,
            participant_video INTEGER NOT NULL, mute_upon_entry INTEGER NOT NULL,
            alternative_hosts TEXT NOT NULL, recurrence_unit INTEGER, recurrence_interval INTEGER,
            recurrence_week_days TEXT, recurrence_month_day INTEGER, recurrence_month_week INTEGER,
            recurrence_month_week_day INTEGER, recurrence_count INTEGER, recurrence_until_ms INTEGER,
            created_ms INTEGER, detail_ms INTEGER, detail_stale INTEGER NOT NULL DEFAULT 1,
            fingerprint BLOB, reference TEXT,
            CONSTRAINT legal_owner CHECK (
                (kind = 0 AND course_id IS NOT NULL AND owner_person_id IS NULL)
                OR (kind = 1 AND owner_person_id IS NOT NULL AND course_id IS NULL
                    AND session_id IS NULL AND group_id IS NULL)
                OR (kind = 2 AND owner_person_id IS NULL AND course_id IS NULL
                    AND session_id IS NULL AND group_id IS NULL))) STRICT)"_s,
        u"CREATE INDEX meetings_course ON meetings (course_id) WHERE course_id IS NOT NULL"_s,
        u"CREATE INDEX meetings_owner ON meetings (owner_person_id) WHERE owner_person_id IS NOT NULL"_s,
        u"CREATE INDEX meetings_global ON meetings (kind) WHERE kind = 2"_s,
        u"CREATE INDEX meetings_host ON meetings (host_zoom_user_id)"_s,
        u"CREATE INDEX meetings_host_email ON meetings (host_email_key) WHERE host_email_key <> ''"_s,
        u"CREATE INDEX meetings_uuid ON meetings (uuid) WHERE uuid <> ''"_s,
        u"CREATE UNIQUE INDEX meetings_reference ON meetings (reference) WHERE reference IS NOT NULL"_s,
        // Not IN: for a list of values, SQLite would make a table at each insert.
        uR"(CREATE INDEX meetings_stale_series ON meetings (start_ms)
            WHERE detail_stale = 1 AND (type = 3 OR type = 6 OR type = 8 OR type = 9))"_s,
        uR"(CREATE TABLE remote_meetings (
            meeting_id INTEGER PRIMARY KEY REFERENCES meetings ON DELETE CASCADE,
            remote BLOB NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE alternative_hosts (
            meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE, email_key TEXT NOT NULL,
            PRIMARY KEY (meeting_id, email_key)) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX alternative_hosts_email ON alternative_hosts (email_key)"_s,
        uR"(CREATE TABLE occurrences (
            meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
            occurrence_id TEXT NOT NULL, start_ms INTEGER NOT NULL, duration_min INTEGER NOT NULL,
            status INTEGER NOT NULL,
            PRIMARY KEY (meeting_id, occurrence_id)) STRICT, WITHOUT ROWID)"_s,
    };
}

/// What lists walk: a row for each date of each meeting, made again whenever its meeting is written. The
/// search index would write to the disk at every row, so triggers only note in word_changes what the index
/// still has, NULL for nothing; searchindex.h brings it up to date before a commit.
QStringList lines()
{
    return {
        uR"(CREATE TABLE lines (
            id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
            occurrence_id TEXT NOT NULL, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,
            duration_min INTEGER NOT NULL, status INTEGER NOT NULL, kind INTEGER NOT NULL,
            dates INTEGER NOT NULL, registrants INTEGER NOT NULL, topic_key TEXT NOT NULL,
            course_key TEXT NOT NULL, host_key TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX lines_meeting ON lines (meeting_id, start_ms)"_s,
        u"CREATE INDEX lines_start ON lines (start_ms)"_s,
        u"CREATE INDEX lines_topic ON lines (topic_key, start_ms)"_s,
        u"CREATE INDEX lines_course ON lines (course_key, start_ms)"_s,
        u"CREATE INDEX lines_host ON lines (host_key, start_ms)"_s,
        u"CREATE INDEX lines_kind ON lines (kind, start_ms)"_s,
        // The expression is that of the list's ORDER BY; `status` makes the index enough for counting.
        u"CREATE INDEX lines_status ON lines (CASE status WHEN 1 THEN -1 ELSE status END, start_ms, status)"_s,
        u"CREATE INDEX lines_running ON lines (start_ms) WHERE status = 1"_s,
        u"CREATE INDEX lines_duration ON lines (duration_min, start_ms)"_s,
        u"CREATE INDEX lines_registrants ON lines (registrants, start_ms)"_s,
        uR"(CREATE VIRTUAL TABLE meeting_words USING fts5 (
            words, content = 'meetings', content_rowid = 'id', tokenize = 'ascii', detail = 'none',
            columnsize = 0))"_s,
        uR"(CREATE TABLE word_changes (
            meeting_id INTEGER PRIMARY KEY, was TEXT) STRICT)"_s,
        uR"(CREATE TRIGGER meetings_words_insert AFTER INSERT ON meetings BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (new.id, NULL); END)"_s,
        uR"(CREATE TRIGGER meetings_words_delete AFTER DELETE ON meetings BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (old.id, old.words); END)"_s,
        uR"(CREATE TRIGGER meetings_words_update AFTER UPDATE OF words ON meetings
            WHEN old.words IS NOT new.words BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (old.id, old.words); END)"_s,
    };
}

QStringList aroundMeetings()
{
    return {
        uR"(CREATE TABLE registrants (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meetings,
            zoom_registrant_id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
            email_key TEXT NOT NULL, sort_key TEXT NOT NULL, words TEXT NOT NULL, status INTEGER NOT NULL,
            registered_ms INTEGER, join_url TEXT NOT NULL,
            UNIQUE (meeting_id, zoom_registrant_id)) STRICT)"_s,
        u"CREATE INDEX registrants_email ON registrants (email_key, meeting_id, status)"_s,
        u"CREATE INDEX registrants_status ON registrants (meeting_id, status, sort_key)"_s,
        uR"(CREATE TABLE recordings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, instance_uuid TEXT NOT NULL UNIQUE,
            meeting_id INTEGER REFERENCES meetings, zoom_meeting_id INTEGER NOT NULL, topic TEXT NOT NULL,
            host_zoom_user_id TEXT NOT NULL, host_email TEXT NOT NULL, start_ms INTEGER NOT NULL,
            duration_min INTEGER NOT NULL, total_size INTEGER NOT NULL, share_url TEXT NOT NULL,
            words TEXT NOT NULL, remote BLOB NOT NULL) STRICT)"_s,
        u"CREATE INDEX recordings_meeting ON recordings (meeting_id, start_ms)"_s,
        u"CREATE INDEX recordings_zoom ON recordings (zoom_meeting_id)"_s,
        u"CREATE INDEX recordings_start ON recordings (start_ms)"_s,
        uR"(CREATE TABLE recording_files (
            recording_id INTEGER NOT NULL REFERENCES recordings ON DELETE CASCADE, file_key TEXT NOT NULL,
            zoom_file_id TEXT NOT NULL, file_type TEXT NOT NULL, recording_type TEXT NOT NULL,
            size INTEGER NOT NULL, start_ms INTEGER, end_ms INTEGER, status INTEGER NOT NULL,
            play_url TEXT NOT NULL,
            PRIMARY KEY (recording_id, file_key)) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE participants (
            meeting_id INTEGER NOT NULL REFERENCES meetings, instance_uuid TEXT NOT NULL, stay_key TEXT NOT NULL,
            name TEXT NOT NULL, email TEXT NOT NULL, email_key TEXT NOT NULL, joined_ms INTEGER,
            left_ms INTEGER, PRIMARY KEY (meeting_id, instance_uuid, stay_key)) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX participants_here ON participants (meeting_id) WHERE left_ms IS NULL"_s,
        u"CREATE INDEX participants_instance ON participants (instance_uuid)"_s,
        uR"(CREATE TABLE activity (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER REFERENCES meetings,
            zoom_id INTEGER NOT NULL, event TEXT NOT NULL, at_ms INTEGER NOT NULL, who TEXT NOT NULL,
            subject TEXT NOT NULL, raw BLOB NOT NULL, dedupe_key TEXT NOT NULL UNIQUE) STRICT)"_s,
        u"CREATE INDEX activity_meeting ON activity (meeting_id, at_ms)"_s,
        u"CREATE INDEX activity_at ON activity (at_ms)"_s,
    };
}

QStringList engineAndProfile()
{
    return {
        uR"(CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meetings,
            kind INTEGER NOT NULL, occurrence_id TEXT NOT NULL, fields INTEGER NOT NULL, reference TEXT,
            payload BLOB NOT NULL, before_state BLOB NOT NULL, created_ms INTEGER, state INTEGER NOT NULL,
            attempts INTEGER NOT NULL, next_attempt_ms INTEGER, problem TEXT NOT NULL,
            problem_detail TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX outbox_meeting ON outbox (meeting_id, id)"_s,
        uR"(CREATE TABLE outbox_conflicts (
            change_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE, position INTEGER NOT NULL,
            field TEXT NOT NULL, before TEXT NOT NULL, mine TEXT NOT NULL, theirs TEXT NOT NULL,
            PRIMARY KEY (change_id, position)) STRICT, WITHOUT ROWID)"_s,
        u"CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
        uR"(CREATE TABLE accounts (
            position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,
            name TEXT NOT NULL, account_id TEXT NOT NULL, client_id TEXT NOT NULL, api TEXT NOT NULL,
            oauth TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE global_meeting (
            id INTEGER PRIMARY KEY CHECK (id = 1), availability INTEGER NOT NULL,
            minimum_role INTEGER NOT NULL, host_zoom_user_id TEXT NOT NULL, topic TEXT NOT NULL) STRICT)"_s,
    };
}

/// Version 2: what events from Zoom need.
QStringList events()
{
    return {
        // Where each source's stream goes on; written with what its events changed.
        uR"(CREATE TABLE feed_positions (
            source TEXT PRIMARY KEY, position BLOB NOT NULL, saved_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID)"_s,
        // When a part of something was told last, so that an older event leaves it alone.
        uR"(CREATE TABLE event_marks (
            subject TEXT NOT NULL, part INTEGER NOT NULL, at_ms INTEGER NOT NULL,
            PRIMARY KEY (subject, part)) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX event_marks_at ON event_marks (at_ms)"_s,
        u"ALTER TABLE participants ADD COLUMN role INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE participants ADD COLUMN role_ms INTEGER"_s,
        uR"(CREATE TABLE waiting (
            meeting_id INTEGER NOT NULL REFERENCES meetings, instance_uuid TEXT NOT NULL, stay_key TEXT NOT NULL,
            place INTEGER NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, email_key TEXT NOT NULL,
            since_ms INTEGER, until_ms INTEGER,
            PRIMARY KEY (meeting_id, instance_uuid, stay_key)) STRICT, WITHOUT ROWID)"_s,
        // The address of the account's own stream of events; empty: none.
        u"ALTER TABLE accounts ADD COLUMN events TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE INDEX waiting_here ON waiting (meeting_id) WHERE until_ms IS NULL"_s,
    };
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{
        Migration{peopleAndCourses() + meetings() + lines() + aroundMeetings() + engineAndProfile()},
        Migration{events()},
    };
    return steps;
}

} // namespace lectern::store
