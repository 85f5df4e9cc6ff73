// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SchoolDay;
using test::smallSchool;

/// What goes wrong is said, and loses nothing that a person typed.
class TestEngineBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithoutLosing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("topic too long") << u"topic"_s;
        QTest::newRow("agenda too long") << u"agenda"_s;
        QTest::newRow("agenda too long with its tag") << u"tag"_s;
        QTest::newRow("date in the past") << u"start"_s;
        QTest::newRow("duration of nothing") << u"duration"_s;
        QTest::newRow("course that is gone") << u"owner"_s;
        QTest::newRow("host who left") << u"hostZoomUserId"_s;
    }

    void refusesWithoutLosing()
    {
        QFETCH(QString, field);
        SchoolDay day(smallSchool);
        if (field == u"tag")
            day.dropTrackingFields();
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        school::MeetingDraft draft = day.draft(u"Fine"_s);
        if (field == u"topic")
            draft.topic = QString(201, u'x');
        else if (field == u"agenda")
            draft.agenda = QString(2001, u'x');
        else if (field == u"tag")
            draft.agenda = QString(2000, u'x'); // fits by itself, not with its tag
        else if (field == u"start")
            draft.start = day.clock().now().addDays(-1);
        else if (field == u"duration")
            draft.duration = 0min;
        else if (field == u"owner")
            draft.owner = school::CourseOwner{CourseId{987654}, {}, {}};
        else
            draft.hostZoomUserId = u"nobody"_s;
        const Result<MeetingId> id = day.await(day.engine().schedule(draft));
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::Invalid);
        QVERIFY(!id.error().message.isEmpty());
        QCOMPARE(id.error().fields.size(), 1);
        QCOMPARE(id.error().fields.first().field, field == u"tag" ? u"agenda"_s : field);
        QVERIFY(day.outbox().isEmpty());
    }

    void anExpiredIdIsSaid()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"Expires"_s)));
        QVERIFY(id);
        QVERIFY(day.waitUntilSent(*id));
        day.zoom("DELETE", u"meetings/"_s + QString::number(day.meeting(*id)->zoomId));
        const Result<void> refreshed = day.await(day.engine().refresh(*id));
        QVERIFY(!refreshed);
        QCOMPARE(refreshed.error().code, ErrorCode::NotFound);
        QCOMPARE(day.meeting(*id)->status, school::MeetingStatus::Deleted);
    }

    void badAnswersAreSurvived_data()
    {
        QTest::addColumn<QJsonObject>("effect");
        QTest::newRow("a web page") << QJsonObject{{u"status"_s, 200},
            {u"body"_s, u"<html>hotel wifi</html>"_s}, {u"content_type"_s, u"text/html"_s}};
        QTest::newRow("JSON of the wrong shape")
            << QJsonObject{{u"status"_s, 200}, {u"body"_s, QJsonObject{{u"users"_s, 7}}}};
    }

    void badAnswersAreSurvived()
    {
        QFETCH(QJsonObject, effect);
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const qsizetype before = day.rows().size();
        effect.insert(u"times"_s, 5);
        day.fault(u"GET"_s, u"/v2/users"_s, effect);
        const Result<void> pulled = day.await(day.engine().pullNow());
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, ErrorCode::Protocol);
        QVERIFY(!pulled.error().message.isEmpty());
        QCOMPARE(day.rows().size(), before);
        day.control("DELETE", u"faults"_s);
        QVERIFY(day.pull());
    }

    void badCredentialsLeaveThePresentAccount_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("wrong secret") << u"secret"_s;
        QTest::newRow("no server there") << u"server"_s;
    }

    void badCredentialsLeaveThePresentAccount()
    {
        QFETCH(QString, what);
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        sync::Account other = day.account();
        other.id = QUuid::createUuid();
        Secret secret = day.secret();
        if (what == u"secret")
            secret = Secret("wrong");
        else
            std::get<sync::ServerToServerAccount>(other.kind).oauth = QUrl(u"http://127.0.0.1:9"_s);
        const Result<void> refused = day.await(day.engine().connectAccount(other, secret));
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
        QVERIFY(day.pull());
    }
};

QTEST_GUILESS_MAIN(TestEngineBadInput)
#include "tst_enginebadinput.moc"
