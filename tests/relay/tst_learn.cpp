// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/learn.h"
#include "relay/school/ownertag.h"
#include "schoolkit.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

class tst_Learn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCreatedMeetingIsKnown();
    void theSameTwiceSaysNothing();
    void anUpdateChangesWhatItNames();
    void oneDateThatMovedIsNotTheSeries();
    void aDeletedMeetingIsRemembered();
    void aDeletedDateLeavesTheSeries();
    void aRecoveredMeetingIsBack();
    void startedMeetingsAreMentioned();
    void knowsWhatIsOn();
    void registrationsFollowTheirEvents();
    void usersAreHosts_data();
    void usersAreHosts();
    void readsOwnerTags_data();
    void readsOwnerTags();
    void hostLinksAreNotKept();

private:
    void happen(const ZoomEvent &event);
    [[nodiscard]] json meeting(const char *id) const;

    Directory m_school;
};

void tst_Learn::happen(const ZoomEvent &event)
{
    for (const Fact &fact : factsFrom(event, m_school))
        m_school.apply(fact);
}

json tst_Learn::meeting(const char *id) const
{
    const Meeting *found = m_school.meeting(id);
    return found ? found->document : json();
}

void tst_Learn::aCreatedMeetingIsKnown()
{
    m_school = directoryOf(smallSchool());
    happen(meetingEvent("meeting.created", 201,
        {{"topic", "New"}, {"host_id", "hostMaria"}, {"password", "x"}, {"type", 2},
            {"tracking_fields",
                {{{"field", "Other"}, {"value", "y"}},
                    {{"field", "Lectern"}, {"value", "lectern:1;course=BIO-1A;ref=1"}}}}}));
    COMPARE_JSON(meeting("201"),
        (json{{"id", "201"}, {"topic", "New"}, {"host_id", "hostMaria"}, {"type", 2}, {"everyone", false},
            {"course", "BIO-1A"}}));
    QVERIFY(m_school.standing("ada@school.example", *m_school.meeting("201")) == Standing::Learner);
}

void tst_Learn::theSameTwiceSaysNothing()
{
    m_school = {};
    const ZoomEvent created = meetingEvent("meeting.created", 201, {{"topic", "New"}});
    happen(created);
    QVERIFY(factsFrom(created, m_school).empty());
    const ZoomEvent registered =
        meetingEvent("meeting.registration_created", 201, {{"registrant", {{"email", "a@b.example"}}}});
    happen(registered);
    QVERIFY(factsFrom(registered, m_school).empty());
}

void tst_Learn::anUpdateChangesWhatItNames()
{
    m_school = directoryOf(smallSchool());
    happen(meetingEvent("meeting.updated", 101, {{"topic", "Zoology"}}, {{"scope", "all"}}));
    json expected = directoryOf(smallSchool()).meeting("101")->document;
    expected["topic"] = "Zoology";
    COMPARE_JSON(meeting("101"), expected);
    happen(meetingEvent("meeting.updated", 101, {{"agenda", "Hello\n[lectern:1;everyone]\n"}}));
    QVERIFY(m_school.meeting("101")->everyone);
    QCOMPARE(m_school.meeting("101")->course, std::string());
}

void tst_Learn::oneDateThatMovedIsNotTheSeries()
{
    m_school = directoryOf(smallSchool());
    const json before = meeting("101");
    happen(meetingEvent("meeting.updated", 101,
        {{"start_time", "2026-04-01T00:00:00Z"}, {"duration", 5}, {"occurrences", json::array({1})}},
        {{"scope", "single"}}));
    COMPARE_JSON(meeting("101"), before);
}

void tst_Learn::aDeletedMeetingIsRemembered()
{
    m_school = directoryOf(smallSchool());
    happen(meetingEvent("meeting.deleted", 101, {{"topic", "Biology"}}, {{"operation", "all"}}));
    QVERIFY(m_school.meeting("101")->deleted);
    QVERIFY(m_school.standing("ada@school.example", *m_school.meeting("101")) == Standing::Learner);
    QVERIFY(factsFrom(meetingEvent("meeting.permanently_deleted", 101), m_school).empty());
}

void tst_Learn::aDeletedDateLeavesTheSeries()
{
    m_school = {};
    const auto date = [](const char *id) { return json{{"occurrence_id", id}, {"start_time", "t"}}; };
    happen(meetingEvent("meeting.created", 301, {{"type", 8}, {"occurrences", {date("1"), date("2")}}}));
    happen(meetingEvent(
        "meeting.deleted", 301, {{"type", 8}, {"occurrences", {date("1")}}}, {{"operation", "single"}}));
    QVERIFY(!m_school.meeting("301")->deleted);
    COMPARE_JSON(meeting("301")["occurrences"], json::array({date("2")}));
}

void tst_Learn::aRecoveredMeetingIsBack()
{
    m_school = directoryOf(smallSchool());
    happen(meetingEvent("meeting.deleted", 101));
    happen(meetingEvent("meeting.recovered", 101));
    QVERIFY(!m_school.meeting("101")->deleted);
    QCOMPARE(m_school.meeting("101")->course, std::string("BIO-1A"));
}

void tst_Learn::startedMeetingsAreMentioned()
{
    m_school = directoryOf(smallSchool());
    happen(meetingEvent("meeting.started", "401", {{"topic", "Instant"}, {"host_id", "hostTom"}}));
    QVERIFY(m_school.standing("tom@school.example", *m_school.meeting("401")) == Standing::Teacher);
    QVERIFY(factsFrom(meetingEvent("meeting.ended", "101", {{"topic", "Renamed since"}}), m_school).empty());
}

/// Events as Zoom may bring them: late, twice and out of order.
void tst_Learn::knowsWhatIsOn()
{
    m_school = directoryOf(smallSchool());
    const auto tell = [this](const char *what, const char *uuid, const char *since) {
        happen(meetingEvent(what, 102, {{"uuid", uuid}, {"start_time", since}}));
        return m_school.meeting("102")->liveSince();
    };
    const std::string nine = "2026-03-02T09:00:00Z";
    const std::string ten = "2026-03-02T10:00:00Z";
    QCOMPARE(m_school.meeting("102")->liveSince(), std::string());
    QCOMPARE(tell("meeting.started", "one", nine.c_str()), nine);
    QVERIFY(factsFrom(meetingEvent("meeting.started", 102, {{"uuid", "one"}, {"start_time", nine}}), m_school)
            .empty());
    QCOMPARE(tell("meeting.ended", "one", nine.c_str()), std::string());
    QCOMPARE(tell("meeting.started", "one", nine.c_str()), std::string());
    QCOMPARE(tell("meeting.started", "two", ten.c_str()), ten);
    QCOMPARE(tell("meeting.ended", "one", nine.c_str()), ten);
    QCOMPARE(tell("meeting.started", "zero", nine.c_str()), ten);
    QCOMPARE(tell("meeting.ended", "two", ten.c_str()), std::string());
}

void tst_Learn::registrationsFollowTheirEvents()
{
    m_school = directoryOf(smallSchool());
    const auto registration = [this](const char *what, json registrant) {
        registrant["email"] = "Dora@school.example";
        happen(meetingEvent(what, 102, {{"registrant", registrant}}));
    };
    const auto dora = [this] {
        return m_school.meeting("102")->registrants.find("dora@school.example")->second;
    };
    registration("meeting.registration_created", {{"id", "r9"}, {"status", "pending"}});
    QVERIFY(dora().stands() && !dora().isApproved());
    QCOMPARE(dora().id(), std::string("r9"));
    registration(
        "meeting.registration_approved", {{"id", "r9"}, {"join_url", "https://zoom.example/w/102?tk=d"}});
    QVERIFY(dora().isApproved());
    QCOMPARE(dora().document["join_url"].get<std::string>(), std::string("https://zoom.example/w/102?tk=d"));
    registration("meeting.registration_cancelled", {{"id", "r9"}});
    QVERIFY(!dora().stands());
    QVERIFY(!dora().document.contains("join_url"));
    registration("webinar.registration_denied", {{"id", "r9"}});
    QVERIFY(!dora().stands());
}

void tst_Learn::usersAreHosts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("email");
    QTest::newRow("created")
        << R"({"event":"user.created","payload":{"object":{"id":"new","email":"New@School.example"}}})"_ba
        << "new@school.example"_ba;
    QTest::newRow("updated")
        << R"({"event":"user.updated","payload":{"object":{"id":"new","email":"other@school.example"}}})"_ba
        << "other@school.example"_ba;
    QTest::newRow("recording")
        << R"({"event":"recording.completed","payload":{"object":{"id":1,"host_id":"new","host_email":"a@b.c"}}})"_ba
        << "a@b.c"_ba;
    QTest::newRow("without") << R"({"event":"user.updated","payload":{"object":{"id":"new"}}})"_ba << ""_ba;
    QTest::newRow("odd") << R"({"event":"user.updated","payload":{"object":{"id":[],"email":{}}}})"_ba
                         << ""_ba;
}

void tst_Learn::usersAreHosts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, email);
    m_school = {};
    happen(ZoomEvent::parse(text.toStdString()).value());
    QCOMPARE(QByteArray::fromStdString(std::string(m_school.hostEmail("new"))), email);
}

void tst_Learn::readsOwnerTags_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("read"); // course|session|group|person|everyone
    QTest::newRow("course") << "lectern:1;course=BIO-1A;ref=1"_ba << "BIO-1A||||0"_ba;
    QTest::newRow("escaped") << "lectern:1;course=Bio%201%3B%3D"_ba << "Bio 1;=||||0"_ba;
    QTest::newRow("group") << "[lectern:1;course=B;session=S;group=G]"_ba << "B|S|G||0"_ba;
    QTest::newRow("person") << "lectern:1;person=Tom@School.example"_ba << "|||tom@school.example|0"_ba;
    QTest::newRow("everyone") << "lectern:1;everyone"_ba << "||||1"_ba;
    QTest::newRow("unknown") << "lectern:1;colour=red"_ba << "||||0"_ba;
    QTest::newRow("newer") << "lectern:2;everyone"_ba << ""_ba;
    QTest::newRow("text") << "Dear all"_ba << ""_ba;
}

void tst_Learn::readsOwnerTags()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, read);
    const auto tag = readOwnerTag(text.toStdString());
    QByteArray found;
    if (tag)
        found = QByteArray::fromStdString(tag->course + '|' + tag->session + '|' + tag->group + '|'
            + tag->person + (tag->everyone ? "|1" : "|0"));
    QCOMPARE(found, read);
}

void tst_Learn::hostLinksAreNotKept()
{
    m_school = {};
    happen(meetingEvent(
        "meeting.created", 1, {{"start_url", "SECRET"}, {"join_url", "https://z/s/1?zak=SECRET"}}));
    QVERIFY(!bytes(meeting("1")).contains("SECRET"));
}

QTEST_GUILESS_MAIN(tst_Learn)
#include "tst_learn.moc"
