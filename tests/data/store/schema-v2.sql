-- SPDX-License-Identifier: GPL-3.0-or-later
-- A data file of schema version 2, as SQLite's shell dumps it. Never changed: the next version adds a file.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE people (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL,
            email_key TEXT NOT NULL UNIQUE, role INTEGER NOT NULL, sort_key TEXT NOT NULL,
            words TEXT NOT NULL) STRICT;
INSERT INTO people VALUES(1,'Tom Berg','tom@school.example','tom@school.example',1,'tom berg',' tom berg tom school example');
INSERT INTO people VALUES(2,'Léa Martin','lea@school.example','lea@school.example',0,'lea martin',' lea martin lea school example');
CREATE TABLE courses (
            id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL, origin INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
INSERT INTO courses VALUES(1,'BIO-1A','bio-1a','Biology',0,' bio 1a biology');
CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL, first_day TEXT, last_day TEXT) STRICT;
INSERT INTO sessions VALUES(1,'2026-AUT','2026-aut','Autumn 2026','2026-09-01','2026-12-18');
CREATE TABLE course_groups (
            id INTEGER PRIMARY KEY AUTOINCREMENT, course_id INTEGER NOT NULL REFERENCES courses,
            session_id INTEGER REFERENCES sessions, code TEXT NOT NULL, code_key TEXT NOT NULL,
            title TEXT NOT NULL) STRICT;
INSERT INTO course_groups VALUES(1,1,1,'G1','g1','G1');
CREATE TABLE enrolments (
            person_id INTEGER NOT NULL REFERENCES people, course_id INTEGER NOT NULL REFERENCES courses,
            session_id INTEGER REFERENCES sessions, group_id INTEGER REFERENCES course_groups,
            role INTEGER NOT NULL) STRICT;
INSERT INTO enrolments VALUES(1,1,1,NULL,1);
INSERT INTO enrolments VALUES(2,1,1,1,0);
CREATE TABLE hosts (
            zoom_user_id TEXT PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL, name TEXT NOT NULL,
            licence INTEGER NOT NULL, state INTEGER NOT NULL, time_zone BLOB NOT NULL,
            sort_key TEXT NOT NULL, words TEXT NOT NULL) STRICT;
INSERT INTO hosts VALUES('host-1','tom@school.example','tom@school.example','Tom Berg',0,0,X'','tom berghost-1',' tom berg tom school example');
CREATE TABLE meetings (
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
                    AND session_id IS NULL AND group_id IS NULL))) STRICT;
INSERT INTO meetings VALUES(1,82345678901,1,NULL,NULL,NULL,1,2,0,NULL,'host-1','','',1795510800000,60,X'4575726f70652f5061726973','Café-Étude',' cafe etude 82345678901 823 4567 8901',' cafe etude 82345678901 823 4567 8901 tom berg tom school example','','','','','',2,1,0,0,0,0,0,0,0,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795424400000,NULL,1,X'436166c3a92dc3897475646531343430',NULL);
INSERT INTO meetings VALUES(2,81234567890,0,1,1,1,NULL,8,0,NULL,'host-1','tom@school.example','tom@school.example',1795428000000,60,X'4575726f70652f5061726973','Photosynthesis',' photosynthesis 81234567890 812 3456 7890',' photosynthesis 81234567890 812 3456 7890 bio 1a biology tom berg tom school example','u==','Leaves','','','',2,1,0,0,0,0,0,0,0,'ann@school.example',2,1,'',0,0,1,2,NULL,1795424400000,1795424400000,0,NULL,'3f2504e0-4f89-41d3-9a0c-0305e82c3301');
CREATE TABLE remote_meetings (
            meeting_id INTEGER PRIMARY KEY REFERENCES meetings ON DELETE CASCADE,
            remote BLOB NOT NULL) STRICT;
INSERT INTO remote_meetings VALUES(1,X'7b226964223a317d');
INSERT INTO remote_meetings VALUES(2,X'7b226964223a38313233343536373839307d');
CREATE TABLE alternative_hosts (
            meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE, email_key TEXT NOT NULL,
            PRIMARY KEY (meeting_id, email_key)) STRICT, WITHOUT ROWID;
INSERT INTO alternative_hosts VALUES(2,'ann@school.example');
CREATE TABLE occurrences (
            meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
            occurrence_id TEXT NOT NULL, start_ms INTEGER NOT NULL, duration_min INTEGER NOT NULL,
            status INTEGER NOT NULL,
            PRIMARY KEY (meeting_id, occurrence_id)) STRICT, WITHOUT ROWID;
INSERT INTO occurrences VALUES(2,'1795428000000',1795428000000,60,0);
INSERT INTO occurrences VALUES(2,'1795428000001',1796032800000,60,0);
CREATE TABLE lines (
            id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
            occurrence_id TEXT NOT NULL, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,
            duration_min INTEGER NOT NULL, status INTEGER NOT NULL, kind INTEGER NOT NULL,
            dates INTEGER NOT NULL, registrants INTEGER NOT NULL, topic_key TEXT NOT NULL,
            course_key TEXT NOT NULL, host_key TEXT NOT NULL) STRICT;
INSERT INTO lines VALUES(1,1,'',1795510800000,1795514400000,60,0,1,1,0,'cafe-etude','','tom berghost-1');
INSERT INTO lines VALUES(2,2,'1795428000000',1795428000000,1795431600000,60,0,0,2,1,'photosynthesis','bio-1a','tom berghost-1');
INSERT INTO lines VALUES(3,2,'1795428000001',1796032800000,1796036400000,60,0,0,2,1,'photosynthesis','bio-1a','tom berghost-1');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','meeting_words','meeting_words',0,'CREATE VIRTUAL TABLE meeting_words USING fts5 (
            words, content = ''meetings'', content_rowid = ''id'', tokenize = ''ascii'', detail = ''none'',
            columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'meeting_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO meeting_words_data VALUES(1,X'0218');
INSERT INTO meeting_words_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO meeting_words_data VALUES(137438953473,X'0000005005303435363701010338323301040834353637383930310102033930310101046265726701010463616665010105657475646501020678616d706c650101067363686f6f6c010103746f6d010407060b060707080909');
INSERT INTO meeting_words_data VALUES(274877906945,X'00000065033031610201043334353602010437383930020103383132020408333435363738393002010462657267020202696f0204046c6f67790201076578616d706c6502010e70686f746f73796e7468657369730201067363686f6f6c020103746f6d0204050707060b0705070a1109');
CREATE TABLE IF NOT EXISTS 'meeting_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO meeting_words_idx VALUES(1,X'',2);
INSERT INTO meeting_words_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'meeting_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO meeting_words_config VALUES('version',4);
CREATE TABLE word_changes (
            meeting_id INTEGER PRIMARY KEY, was TEXT) STRICT;
CREATE TABLE registrants (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meetings,
            zoom_registrant_id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
            email_key TEXT NOT NULL, sort_key TEXT NOT NULL, words TEXT NOT NULL, status INTEGER NOT NULL,
            registered_ms INTEGER, join_url TEXT NOT NULL,
            UNIQUE (meeting_id, zoom_registrant_id)) STRICT;
INSERT INTO registrants VALUES(1,2,'reg-1','reg-1','lea@school.example','lea@school.example','reg-1',' reg 1 lea school example',0,NULL,'');
CREATE TABLE recordings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, instance_uuid TEXT NOT NULL UNIQUE,
            meeting_id INTEGER REFERENCES meetings, zoom_meeting_id INTEGER NOT NULL, topic TEXT NOT NULL,
            host_zoom_user_id TEXT NOT NULL, host_email TEXT NOT NULL, start_ms INTEGER NOT NULL,
            duration_min INTEGER NOT NULL, total_size INTEGER NOT NULL, share_url TEXT NOT NULL,
            words TEXT NOT NULL, remote BLOB NOT NULL) STRICT;
INSERT INTO recordings VALUES(1,'u==',2,81234567890,'Photosynthesis','','',1795417200000,0,0,'',' photosynthesis',X'7b7d');
CREATE TABLE recording_files (
            recording_id INTEGER NOT NULL REFERENCES recordings ON DELETE CASCADE, file_key TEXT NOT NULL,
            zoom_file_id TEXT NOT NULL, file_type TEXT NOT NULL, recording_type TEXT NOT NULL,
            size INTEGER NOT NULL, start_ms INTEGER, end_ms INTEGER, status INTEGER NOT NULL,
            play_url TEXT NOT NULL,
            PRIMARY KEY (recording_id, file_key)) STRICT, WITHOUT ROWID;
INSERT INTO recording_files VALUES(1,'f1','f1','MP4','',0,NULL,NULL,0,'');
CREATE TABLE participants (
            meeting_id INTEGER NOT NULL REFERENCES meetings, instance_uuid TEXT NOT NULL, stay_key TEXT NOT NULL,
            name TEXT NOT NULL, email TEXT NOT NULL, email_key TEXT NOT NULL, joined_ms INTEGER,
            left_ms INTEGER, role INTEGER NOT NULL DEFAULT 0, role_ms INTEGER, PRIMARY KEY (meeting_id, instance_uuid, stay_key)) STRICT, WITHOUT ROWID;
INSERT INTO participants VALUES(2,'u==','1','Léa','lea@school.example','lea@school.example',1795424400000,NULL,2,1795424400000);
CREATE TABLE activity (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER REFERENCES meetings,
            zoom_id INTEGER NOT NULL, event TEXT NOT NULL, at_ms INTEGER NOT NULL, who TEXT NOT NULL,
            subject TEXT NOT NULL, raw BLOB NOT NULL, dedupe_key TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO activity VALUES(1,NULL,0,'meeting.started',1795424400000,'','',X'','k');
CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meetings,
            kind INTEGER NOT NULL, occurrence_id TEXT NOT NULL, fields INTEGER NOT NULL, reference TEXT,
            payload BLOB NOT NULL, before_state BLOB NOT NULL, created_ms INTEGER, state INTEGER NOT NULL,
            attempts INTEGER NOT NULL, next_attempt_ms INTEGER, problem TEXT NOT NULL,
            problem_detail TEXT NOT NULL) STRICT;
INSERT INTO outbox VALUES(1,2,1,'',1,NULL,X'7b7d',X'7b7d',1795424400000,4,0,NULL,'','');
CREATE TABLE outbox_conflicts (
            change_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE, position INTEGER NOT NULL,
            field TEXT NOT NULL, before TEXT NOT NULL, mine TEXT NOT NULL, theirs TEXT NOT NULL,
            PRIMARY KEY (change_id, position)) STRICT, WITHOUT ROWID;
INSERT INTO outbox_conflicts VALUES(1,0,'topic','Before','Mine','Theirs');
CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO sync_state VALUES('pull','1795424400000');
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO settings VALUES('theme','dark');
CREATE TABLE accounts (
            position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,
            name TEXT NOT NULL, account_id TEXT NOT NULL, client_id TEXT NOT NULL, api TEXT NOT NULL,
            oauth TEXT NOT NULL, events TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO accounts VALUES(1,'3f2504e0-4f89-41d3-9a0c-0305e82c3302',1,'School','','key','https://api.zoom.example','','wss://ws.zoom.example/ws?subscriptionId=s');
CREATE TABLE global_meeting (
            id INTEGER PRIMARY KEY CHECK (id = 1), availability INTEGER NOT NULL,
            minimum_role INTEGER NOT NULL, host_zoom_user_id TEXT NOT NULL, topic TEXT NOT NULL) STRICT;
INSERT INTO global_meeting VALUES(1,1,1,'host-1','Assembly');
CREATE TABLE feed_positions (
            source TEXT PRIMARY KEY, position BLOB NOT NULL, saved_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO feed_positions VALUES('relay:lea@school.example',X'3432',1795424400000);
CREATE TABLE event_marks (
            subject TEXT NOT NULL, part INTEGER NOT NULL, at_ms INTEGER NOT NULL,
            PRIMARY KEY (subject, part)) STRICT, WITHOUT ROWID;
INSERT INTO event_marks VALUES('meeting:81234567890',262144,1795424400000);
CREATE TABLE waiting (
            meeting_id INTEGER NOT NULL REFERENCES meetings, instance_uuid TEXT NOT NULL, stay_key TEXT NOT NULL,
            place INTEGER NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, email_key TEXT NOT NULL,
            since_ms INTEGER, until_ms INTEGER,
            PRIMARY KEY (meeting_id, instance_uuid, stay_key)) STRICT, WITHOUT ROWID;
INSERT INTO waiting VALUES(2,'u==','w-1',0,'Sam','','',1795424400000,NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('people',2);
INSERT INTO sqlite_sequence VALUES('courses',1);
INSERT INTO sqlite_sequence VALUES('sessions',1);
INSERT INTO sqlite_sequence VALUES('course_groups',1);
INSERT INTO sqlite_sequence VALUES('meetings',2);
INSERT INTO sqlite_sequence VALUES('registrants',1);
INSERT INTO sqlite_sequence VALUES('recordings',1);
INSERT INTO sqlite_sequence VALUES('activity',1);
INSERT INTO sqlite_sequence VALUES('outbox',1);
INSERT INTO sqlite_sequence VALUES('accounts',1);
CREATE UNIQUE INDEX course_groups_code ON course_groups (course_id, coalesce(session_id, 0), code_key);
CREATE UNIQUE INDEX enrolments_once
            ON enrolments (person_id, course_id, coalesce(session_id, 0), coalesce(group_id, 0));
CREATE INDEX enrolments_course ON enrolments (course_id, role, session_id, group_id, person_id);
CREATE INDEX hosts_email ON hosts (email_key);
CREATE INDEX meetings_course ON meetings (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX meetings_owner ON meetings (owner_person_id) WHERE owner_person_id IS NOT NULL;
CREATE INDEX meetings_global ON meetings (kind) WHERE kind = 2;
CREATE INDEX meetings_host ON meetings (host_zoom_user_id);
CREATE INDEX meetings_host_email ON meetings (host_email_key) WHERE host_email_key <> '';
CREATE INDEX meetings_uuid ON meetings (uuid) WHERE uuid <> '';
CREATE UNIQUE INDEX meetings_reference ON meetings (reference) WHERE reference IS NOT NULL;
CREATE INDEX meetings_stale_series ON meetings (start_ms)
            WHERE detail_stale = 1 AND (type = 3 OR type = 6 OR type = 8 OR type = 9);
CREATE INDEX alternative_hosts_email ON alternative_hosts (email_key);
CREATE INDEX lines_meeting ON lines (meeting_id, start_ms);
CREATE INDEX lines_start ON lines (start_ms);
CREATE INDEX lines_topic ON lines (topic_key, start_ms);
CREATE INDEX lines_course ON lines (course_key, start_ms);
CREATE INDEX lines_host ON lines (host_key, start_ms);
CREATE INDEX lines_kind ON lines (kind, start_ms);
CREATE INDEX lines_status ON lines (CASE status WHEN 1 THEN -1 ELSE status END, start_ms, status);
CREATE INDEX lines_running ON lines (start_ms) WHERE status = 1;
CREATE INDEX lines_duration ON lines (duration_min, start_ms);
CREATE INDEX lines_registrants ON lines (registrants, start_ms);
CREATE TRIGGER meetings_words_insert AFTER INSERT ON meetings BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (new.id, NULL); END;
CREATE TRIGGER meetings_words_delete AFTER DELETE ON meetings BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (old.id, old.words); END;
CREATE TRIGGER meetings_words_update AFTER UPDATE OF words ON meetings
            WHEN old.words IS NOT new.words BEGIN
            INSERT OR IGNORE INTO word_changes (meeting_id, was) VALUES (old.id, old.words); END;
CREATE INDEX registrants_email ON registrants (email_key, meeting_id, status);
CREATE INDEX registrants_status ON registrants (meeting_id, status, sort_key);
CREATE INDEX recordings_meeting ON recordings (meeting_id, start_ms);
CREATE INDEX recordings_zoom ON recordings (zoom_meeting_id);
CREATE INDEX recordings_start ON recordings (start_ms);
CREATE INDEX participants_here ON participants (meeting_id) WHERE left_ms IS NULL;
CREATE INDEX participants_instance ON participants (instance_uuid);
CREATE INDEX activity_meeting ON activity (meeting_id, at_ms);
CREATE INDEX activity_at ON activity (at_ms);
CREATE INDEX outbox_meeting ON outbox (meeting_id, id);
CREATE INDEX event_marks_at ON event_marks (at_ms);
CREATE INDEX waiting_here ON waiting (meeting_id) WHERE until_ms IS NULL;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1281586286;
PRAGMA user_version = 2;
