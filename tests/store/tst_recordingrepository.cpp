// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/recordingrepository.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

RecordingFileRow file(const QString &id, const QString &type)
{
    RecordingFileRow row;
    row.zoomFileId = id;
    row.fileType = type;
    return row;
}

} // namespace

class TestRecordingRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingsGrow()
    {
        School school;
        RecordingRepository recordings(*school.database);
        const MeetingId id = school.meeting(1, school::Everyone{}, -120);
        RemoteRecording recording;
        recording.zoomMeetingId = 1;
        recording.recording.instanceUuid = u"u=="_s;
        recording.recording.topic = u"Été"_s;
        recording.recording.start = school.clock.now().addSecs(-7200);
        recording.recording.files = {file(u"f1"_s, u"MP4"_s)};
        ok(recordings.save(recording));
        recording.recording.files = {file(u"f2"_s, u"TRANSCRIPT"_s)};
        const RecordingId saved = ok(recordings.save(recording));
        QCOMPARE(ok(recordings.find(saved))->meeting, id);
        QCOMPARE(ok(recordings.find(saved))->files.size(), 2);
        RecordingQuery query;
        query.text = u"ete"_s;
        query.viewer = school.person(u"a@x.example"_s);
        QCOMPARE(ok(recordings.list(query)).size(), 1);
        QCOMPARE(ok(school.lists.rowsFor(id)).first().recordings, 1);
        ok(recordings.removeFile(u"u=="_s, u"f1"_s));
        QCOMPARE(ok(recordings.findByUuid(u"u=="_s))->files.size(), 1);
        ok(recordings.remove(u"u=="_s));
        QCOMPARE(ok(recordings.count({})), 0);
    }
};

QTEST_GUILESS_MAIN(TestRecordingRepository)
#include "tst_recordingrepository.moc"
