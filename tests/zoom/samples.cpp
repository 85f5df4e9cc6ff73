// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace lectern::test {

const QByteArray userJson = R"({"id":"KDcuGIm1QgePTO8WbOqwIQ","email":"tom@school.example","first_name":"Tom",
    "last_name":"Okafor","type":2,"status":"active","pmi":"3542471135","timezone":"Africa/Lagos",
    "created_at":"2019-04-05T15:24:32Z","host_key":"123456","unheard_of":{"a":[1]}})";

const QByteArray meetingJson = R"({"uuid":"aDYlohsHRtCd4ii1uC2+hA==","id":85746065432,"host_id":"h1",
    "host_email":"tom@school.example","topic":"Biology","type":8,"status":"started",
    "timezone":"Europe/Paris","agenda":"Cells","created_at":"2026-08-01T09:00:00Z",
    "join_url":"https://zoom.us/j/85746065432?pwd=x.1","start_url":"https://zoom.us/s/85746065432?zak=host-key",
    "password":"123456","encrypted_password":"enc-pass","duration":60,
    "occurrences":[{"occurrence_id":"1788764400000","start_time":"2026-09-07T07:00:00Z","duration":60,
        "status":"available"},{"occurrence_id":1789369200000,"start_time":"2026-09-14T07:00:00Z","duration":45,
        "status":"deleted"}],
    "recurrence":{"type":2,"repeat_interval":1,"weekly_days":"2,1","end_times":2},
    "tracking_fields":[{"field":"Lectern","value":"lectern:1;everyone","visible":true},{"field":"Dept"}],
    "settings":{"host_video":true,"approval_type":0,"auto_recording":"cloud","jbh_time":5,
        "alternative_hosts":"a@x.example; b@x.example;","waiting_room":false,"join_before_host":true}})";

const QByteArray recordingJson = R"({"uuid":"u==","id":6840331990,"account_id":"a","host_id":"h","topic":"T",
    "type":"8","start_time":"2026-09-07T07:00:00Z","timezone":"UTC","duration":20,"total_size":3333,
    "recording_count":2,"share_url":"https://zoom.us/rec/share/x","recording_play_passcode":"play-pass",
    "password":"rec-pass","download_access_token":"dl-token","auto_delete":true,"auto_delete_date":"2028-07-12",
    "recording_files":[{"id":"f1","meeting_id":"u==","recording_start":"2026-09-07T07:00:10Z",
        "recording_end":"2026-09-07T07:20:00Z","file_type":"MP4","file_extension":"MP4","file_size":3000,
        "play_url":"https://zoom.us/rec/play/x","download_url":"https://zoom.us/rec/download/x",
        "status":"completed","recording_type":"shared_screen_with_speaker_view"},
        {"file_type":"HOLOGRAM","recording_start":"2026-09-07T07:00:10Z","recording_end":""}]})";

const QByteArray announcementJson =
    R"({"api":"http://127.0.0.1:1/v2","oauth":"http://127.0.0.1:1/oauth","account_id":"a","client_id":"c",
    "client_secret":"s","api_key":"k","api_secret":"ks"})";

} // namespace lectern::test
