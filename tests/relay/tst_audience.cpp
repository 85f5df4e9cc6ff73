// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/audience.h"
#include "schoolkit.h"

#include <QTest>
#include <set>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

class tst_Audience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoMayKnow_data();
    void tellsWhoMayKnow();
    void aLearnersTokenOfATeacherSeesAsALearner();
    void cancelledRegistrationsEndIt();
    void coursesOfAGroupAreNotForAllOfTheCourse();
    void concernedAreAllWhoMayKnow();
    void strangersKnowNothing();

private:
    static QByteArray viewOf(const char *email, Role role, const ZoomEvent &event, const Directory &school);
};

QByteArray tst_Audience::viewOf(const char *email, Role role, const ZoomEvent &event, const Directory &school)
{
    const auto view = viewFor({.email = email, .role = role}, event, school);
    if (!view)
        return "-";
    return *view == View::Whole ? "whole" : *view == View::Learners ? "learners" : "own";
}

void tst_Audience::tellsWhoMayKnow_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArrayList>("views"); // administrator, maria, tom, ada, ben, cleo, dora
    const auto row = [](const char *tag, const char *name, const char *object, QByteArrayList views) {
        QTest::newRow(tag) << QByteArray(name) << QByteArray(object) << views;
    };
    row("course meeting", "meeting.started", R"({"id":"101"})",
        {"whole", "whole", "whole", "learners", "learners", "-", "-"});
    row("id as a number", "meeting.updated", R"({"id":101})",
        {"whole", "whole", "whole", "learners", "learners", "-", "-"});
    row("registered to", "meeting.ended", R"({"id":"102"})",
        {"whole", "whole", "-", "learners", "learners", "learners", "-"});
    row("everyone's", "meeting.created", R"({"id":103})",
        {"whole", "whole", "learners", "learners", "learners", "learners", "learners"});
    row("owned", "meeting.deleted", R"({"id":104})", {"whole", "whole", "whole", "-", "-", "-", "-"});
    row("recording", "recording.completed", R"({"id":101})",
        {"whole", "whole", "whole", "learners", "learners", "-", "-"});
    row("transcript", "recording.transcript_completed", R"({"id":101})",
        {"whole", "whole", "whole", "-", "-", "-", "-"});
    row("unknown meeting", "meeting.started", R"({"id":"999"})", {"whole", "-", "-", "-", "-", "-", "-"});
    row("unknown event", "meeting.sharing_started", R"({"id":"103"})",
        {"whole", "whole", "-", "-", "-", "-", "-"});
    row("registration", "meeting.registration_created",
        R"({"id":102,"registrant":{"email":"Ben@school.example"}})",
        {"whole", "whole", "-", "-", "own", "-", "-"});
    row("registration to what is not theirs", "meeting.registration_denied",
        R"({"id":104,"registrant":{"email":"dora@school.example"}})",
        {"whole", "whole", "whole", "-", "-", "-", "own"});
    row("presence by e-mail", "meeting.participant_joined",
        R"({"id":"101","participant":{"email":"ada@school.example","user_name":"Ada"}})",
        {"whole", "whole", "whole", "own", "-", "-", "-"});
    row("presence by registration", "meeting.participant_left",
        R"({"id":"102","participant":{"email":"","registrant_id":"regCleo"}})",
        {"whole", "whole", "-", "-", "-", "own", "-"});
    row("e-mail before registration", "meeting.participant_left",
        R"({"id":"102","participant":{"email":"ada@school.example","registrant_id":"regCleo"}})",
        {"whole", "whole", "-", "own", "-", "-", "-"});
    row("presence of nobody known", "meeting.participant_joined_waiting_room",
        R"({"id":"102","participant":{"user_name":"iPad","registrant_id":""}})",
        {"whole", "whole", "-", "-", "-", "-", "-"});
    row("presence without a participant", "meeting.participant_joined", R"({"id":"103"})",
        {"whole", "whole", "-", "-", "-", "-", "-"});
    row("webinar", "webinar.started", R"({"id":"101"})",
        {"whole", "whole", "whole", "learners", "learners", "-", "-"});
    row("user", "user.updated", R"({"id":"101","email":"ada@school.example"})",
        {"whole", "-", "-", "-", "-", "-", "-"});
    row("batch", "recording.batch_trashed", R"({"meeting_uuids":["x"]})",
        {"whole", "-", "-", "-", "-", "-", "-"});
}

void tst_Audience::tellsWhoMayKnow()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, object);
    QFETCH(const QByteArrayList, views);
    const Directory school = directoryOf(smallSchool());
    const json about = json::parse(object.toStdString());
    const ZoomEvent happened = meetingEvent(name.constData(), about.value("id", json()), about);
    const QByteArrayList seen{viewOf("anna@school.example", Role::Administrator, happened, school),
        viewOf("maria@school.example", Role::Teacher, happened, school),
        viewOf("tom@school.example", Role::Teacher, happened, school),
        viewOf("ada@school.example", Role::Learner, happened, school),
        viewOf("ben@school.example", Role::Learner, happened, school),
        viewOf("cleo@school.example", Role::Learner, happened, school),
        viewOf("dora@school.example", Role::Learner, happened, school)};
    QCOMPARE(seen, views);
}

void tst_Audience::aLearnersTokenOfATeacherSeesAsALearner()
{
    const Directory school = directoryOf(smallSchool());
    const ZoomEvent started = meetingEvent("meeting.started", "101");
    QCOMPARE(viewOf("maria@school.example", Role::Learner, started, school), "learners"_ba);
    const ZoomEvent joined = meetingEvent(
        "meeting.participant_joined", "101", {{"participant", {{"email", "ada@school.example"}}}});
    QCOMPARE(viewOf("maria@school.example", Role::Learner, joined, school), "-"_ba);
}

void tst_Audience::cancelledRegistrationsEndIt()
{
    json document = smallSchool();
    document["meetings"][1]["registrants"][1]["status"] = "cancelled";
    const Directory school = directoryOf(document);
    QCOMPARE(
        viewOf("cleo@school.example", Role::Learner, meetingEvent("meeting.started", "102"), school), "-"_ba);
    const ZoomEvent cancelled = meetingEvent(
        "meeting.registration_cancelled", "102", {{"registrant", {{"email", "cleo@school.example"}}}});
    QCOMPARE(viewOf("cleo@school.example", Role::Learner, cancelled, school), "own"_ba);
}

void tst_Audience::coursesOfAGroupAreNotForAllOfTheCourse()
{
    Directory school = directoryOf(smallSchool());
    school.apply({{FactKind::Meeting, "105", {}},
        json{{"id", "105"}, {"course", "BIO-1A"}, {"group", "G1"}, {"everyone", false}}});
    const ZoomEvent started = meetingEvent("meeting.started", "105");
    QCOMPARE(viewOf("maria@school.example", Role::Teacher, started, school), "whole"_ba);
    QCOMPARE(viewOf("ada@school.example", Role::Learner, started, school), "-"_ba);
}

/// The hub asks only those; leaving one out would keep an event from them.
void tst_Audience::concernedAreAllWhoMayKnow()
{
    const Directory school = directoryOf(smallSchool());
    const json about{{"participant", {{"email", "dora@school.example"}}}};
    for (const char *id : {"101", "102", "103", "104", "999"}) {
        for (const char *name : {"meeting.started", "meeting.participant_joined"}) {
            const ZoomEvent happened = meetingEvent(name, id, about);
            const Concerned concerned = concernedBy(happened, school);
            const std::set<std::string> emails(concerned.emails.begin(), concerned.emails.end());
            for (const auto &[email, person] : school.people()) {
                const bool told =
                    viewFor({.email = email, .role = Role::Teacher}, happened, school).has_value();
                QVERIFY2(!told || concerned.everybody || emails.contains(email), email.c_str());
            }
        }
    }
}

void tst_Audience::strangersKnowNothing()
{
    const Directory school = directoryOf(smallSchool());
    for (const char *id : {"101", "102", "104"}) {
        const ZoomEvent started = meetingEvent("meeting.started", id);
        QCOMPARE(viewOf("eve@elsewhere.example", Role::Teacher, started, school), "-"_ba);
        QCOMPARE(viewOf("eve@elsewhere.example", Role::Learner, started, school), "-"_ba);
        QCOMPARE(viewOf("", Role::Teacher, started, school), "-"_ba);
    }
}

QTEST_GUILESS_MAIN(tst_Audience)
#include "tst_audience.moc"
