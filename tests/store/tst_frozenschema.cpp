// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/accountrepository.h"
#include "store/activityrepository.h"
#include "store/eventmarkrepository.h"
#include "store/feedpositionrepository.h"
#include "store/globalmeetingrepository.h"
#include "store/participantrepository.h"
#include "store/recordingrepository.h"
#include "store/settingsrepository.h"
#include "store/waitingrepository.h"

#include <QDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

/// A data file as the release with that schema left it, from its dump in tests/data/store.
class FrozenFile
{
public:
    explicit FrozenFile(const QString &dump)
    {
        QFile file(dump);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(dump));
        sqlite3 *connection = nullptr;
        sqlite3_open(QFile::encodeName(path()).constData(), &connection);
        char *problem = nullptr;
        if (sqlite3_exec(connection, file.readAll().constData(), nullptr, nullptr, &problem) != SQLITE_OK)
            qFatal("%s: %s", qPrintable(dump), problem);
        sqlite3_close(connection);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"school.sqlite"_s); }

private:
    QTemporaryDir m_folder;
};

QStringList texts(Database &database, const QString &sql)
{
    auto select = database.statement("read"_L1, sql);
    return ok(select.all([](const Statement &row) { return row.text(0); }));
}

QStringList schemaOf(Database &database)
{
    return texts(database,
        u"SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '')"
        " FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"_s);
}

} // namespace

/// Every file in tests/data/store was written by a real Lectern with that schema: one teacher and one learner
/// in a course with a session and a group, a series of two dates and a one-off, and one of each thing around
/// them.
class TestFrozenSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersionHasItsFile() { QCOMPARE(dumps().size(), migrations().size()); }

    void theSchemaBecomesTheNewest_data() { addDumps(); }
    void theSchemaBecomesTheNewest()
    {
        QFETCH(QString, dump);
        const FrozenFile file(dump);
        const auto migrated = opened(file.path());
        const School fresh;
        QCOMPARE(schemaOf(*migrated), schemaOf(*fresh.database));
        QCOMPARE(
            texts(*migrated, u"PRAGMA user_version"_s), texts(*fresh.database, u"PRAGMA user_version"_s));
        QCOMPARE(texts(*migrated, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
        QCOMPARE(texts(*migrated, u"PRAGMA foreign_key_check"_s), QStringList());
    }

    void theSchoolIsStillThere_data() { addDumps(); }
    void theSchoolIsStillThere()
    {
        QFETCH(QString, dump);
        const FrozenFile file(dump);
        const auto database = opened(file.path());
        const ManualClock clock;
        const CourseRepository courses(*database, clock);
        const PersonRepository people(*database);
        const auto learner = ok(people.findByEmail(u"lea@school.example"_s));
        QVERIFY(learner);
        QCOMPARE(learner->name, u"Léa Martin"_s);
        const auto course = ok(courses.findByCode(u"BIO-1A"_s));
        QVERIFY(course);
        QCOMPARE(course->title, u"Biology"_s);
        QCOMPARE(ok(courses.sessionsOf(course->id)).first().lastDay, QDate(2026, 12, 18));
        QCOMPARE(ok(courses.groupsOf(course->id)).first().code, u"G1"_s);
        QCOMPARE(ok(courses.enrolments({.course = course->id, .person = learner->id})).size(), 1);
        QCOMPARE(ok(HostRepository(*database).find(u"host-1"_s))->name, u"Tom Berg"_s);
    }

    void theMeetingsAreStillThere_data() { addDumps(); }
    void theMeetingsAreStillThere()
    {
        QFETCH(QString, dump);
        const FrozenFile file(dump);
        const auto database = opened(file.path());
        const ManualClock clock;
        const MeetingRepository meetings(*database, clock);
        const auto series = ok(meetings.findByZoomId(81234567890));
        QVERIFY(series);
        QCOMPARE(series->occurrences.size(), 2);
        QCOMPARE(series->settings.alternativeHosts, QStringList{u"ann@school.example"_s});
        QVERIFY(series->recurrence);
        QVERIFY(std::holds_alternative<school::CourseOwner>(series->owner));
        QCOMPARE(ok(meetings.remote(series->id)), QByteArray("{\"id\":81234567890}"));
        const MeetingListRepository lists(*database, clock);
        MeetingQuery query;
        query.text = u"cafe"_s;
        QCOMPARE(ok(lists.list(query)).size(), 1);
        query.text = u"photosynthesis"_s;
        QCOMPARE(ok(lists.list(query)).size(), 2);
        QCOMPARE(ok(lists.rowsFor(series->id)).first().registrantsApproved, 1);
    }

    void whatIsAroundMeetingsIsStillThere_data() { addDumps(); }
    void whatIsAroundMeetingsIsStillThere()
    {
        QFETCH(QString, dump);
        const FrozenFile file(dump);
        const auto database = opened(file.path());
        const ManualClock clock;
        const MeetingId series = *ok(MeetingRepository(*database, clock).idForZoomId(81234567890));
        const auto recording = ok(RecordingRepository(*database).findByUuid(u"u=="_s));
        QVERIFY(recording);
        QCOMPARE(recording->files.size(), 1);
        QCOMPARE(ok(ParticipantRepository(*database).list(series)).first().name, u"Léa"_s);
        QCOMPARE(ok(ActivityRepository(*database).list({})).first().event, u"meeting.started"_s);
        const ChangeRow change = ok(OutboxRepository(*database).list()).first();
        QCOMPARE(change.conflicts.first().theirs, u"Theirs"_s);
        QCOMPARE(ok(SettingsRepository(*database).value(u"theme"_s)), u"dark"_s);
        QCOMPARE(ok(AccountRepository(*database).list()).first().name, u"School"_s);
        QCOMPARE(ok(GlobalMeetingRepository(*database).load()).topic, u"Assembly"_s);
    }

    void whatEventsLeftIsStillThere()
    {
        const FrozenFile file(QStringLiteral(LECTERN_TEST_DATA "/store/schema-v2.sql"));
        const auto database = opened(file.path());
        const ManualClock clock;
        const MeetingId series = *ok(MeetingRepository(*database, clock).idForZoomId(81234567890));
        const QDateTime told = QDateTime::fromMSecsSinceEpoch(1795424400000, Qt::UTC);
        QCOMPARE(
            ok(FeedPositionRepository(*database, clock).position(u"relay:lea@school.example"_s)), "42"_ba);
        QCOMPARE(ok(EventMarkRepository(*database).mark(81234567890, MeetingField::Status)), told);
        QCOMPARE(ok(WaitingRepository(*database).list(series)).first().name, u"Sam"_s);
        const ParticipantRow participant = ok(ParticipantRepository(*database).list(series)).first();
        QCOMPARE(participant.role, ParticipantRow::Role::Host);
        QVERIFY(ok(AccountRepository(*database).list()).first().events.isValid());
    }

private:
    static QStringList dumps()
    {
        const QDir folder(QStringLiteral(LECTERN_TEST_DATA "/store"));
        QStringList paths;
        for (const QString &name : folder.entryList({u"schema-v*.sql"_s}, QDir::Files, QDir::Name))
            paths.append(folder.filePath(name));
        return paths;
    }
    static void addDumps()
    {
        QTest::addColumn<QString>("dump");
        for (const QString &path : dumps())
            QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }
};

QTEST_GUILESS_MAIN(TestFrozenSchema)
#include "tst_frozenschema.moc"
