// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/schooldocument.h"
#include "schoolkit.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

namespace {

const Moment now = fromMilliseconds(1'772'442'000'000);

/// The rows of a list by one of their members, so that their order does not matter.
json by(const char *member, const json &list)
{
    json rows = json::object();
    for (const json &row : list)
        rows[row[member].is_string() ? row[member].get<std::string>() : row[member].dump()] = row;
    return rows;
}

json keysOf(const json &rows)
{
    json keys = json::array();
    for (const auto &row : rows.items())
        keys.push_back(row.key());
    return keys;
}

} // namespace

class tst_SchoolDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutComesBackToAnAdministrator();
    void replacesOnlyWhatDiffers();
    void replacesInSteps();
    void ofTwoTheLaterCounts();
    void removedMeetingsAreTombstonesForAWhile();
    void whatIsOnIsToldAndStays();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void learnersGetTheirOwn();
    void teachersGetWhatTheyTeach();
    void strangersGetNothing();
    void noHostLinksGetIn();
    void groupsOfACourseStayTheirs();

private:
    static json viewOf(const char *email, Role role) { return viewIn(smallSchool(), email, role); }
    static json viewIn(const json &document, const char *email, Role role)
    {
        return schoolFor({.email = email, .role = role}, directoryOf(document));
    }
};

void tst_SchoolDocument::whatIsPutComesBackToAnAdministrator()
{
    const json view = viewOf("anna@school.example", Role::Administrator);
    const Directory again = directoryOf(view);
    QVERIFY(replacement(factsOfSchool(smallSchool()).value(), again, now).empty());
    QCOMPARE(view["people"].size(), std::size_t(6));
    QCOMPARE(view["meetings"].size(), std::size_t(4));
    QCOMPARE(view["hosts"].size(), std::size_t(2));
}

void tst_SchoolDocument::replacesOnlyWhatDiffers()
{
    const Directory known = directoryOf(smallSchool());
    QVERIFY(replacement(factsOfSchool(smallSchool()).value(), known, now).empty());
    json document = smallSchool();
    document["courses"][0]["learners"].erase(1);
    document["meetings"][1]["registrants"].erase(0);
    document["people"].erase(5);
    const Facts changes = replacement(factsOfSchool(document).value(), known, now);
    QCOMPARE(changes.size(), std::size_t(3));
    QCOMPARE(textOf(changes[0].key), std::string("registrant.102.ada=40school=2eexample"));
    QVERIFY(!changes[0].value);
    QCOMPARE(textOf(changes[1].key), std::string("person.dora=40school=2eexample"));
    QVERIFY(!changes[1].value);
    QCOMPARE(textOf(changes[2].key), std::string("course.BIO-1A"));
    QVERIFY(changes[2].value);
}

/// In steps it comes to the same as at once, and what is learnt between two of them stays.
void tst_SchoolDocument::replacesInSteps()
{
    json document = smallSchool();
    document["courses"][0]["learners"].erase(1);
    document["meetings"].erase(1);
    document["meetings"].push_back({{"id", 105}, {"topic", "New"}});
    document["people"].erase(5);
    const Facts wanted = factsOfSchool(document).value();
    Directory atOnce = directoryOf(smallSchool());
    for (const Fact &fact : replacement(wanted, atOnce, now))
        atOnce.apply(fact);

    Directory known = directoryOf(smallSchool());
    Replacement steps(wanted, known, now);
    int taken = 0;
    for (; !steps.isDone(); ++taken) {
        for (const Fact &fact : steps.next(known, 2))
            known.apply(fact);
        if (taken == 0)
            known.apply({{.kind = FactKind::Meeting, .id = "106", .email = {}}, json{{"id", "106"}}});
    }
    QVERIFY(taken > 5);
    QVERIFY(known.meeting("106"));
    known.apply({{.kind = FactKind::Meeting, .id = "106", .email = {}}, std::nullopt});
    QCOMPARE(known.keys().size(), atOnce.keys().size());
    for (const FactKey &key : atOnce.keys()) {
        QVERIFY2(known.value(key), textOf(key).c_str());
        COMPARE_JSON(*known.value(key), *atOnce.value(key));
    }
}

void tst_SchoolDocument::ofTwoTheLaterCounts()
{
    const auto facts = factsOfSchool(json::parse(
        R"({"people": [{"email": "ada@b.example", "role": "learner"}, {"email": "Ada@B.example", "role": "teacher"}]})"));
    QVERIFY(facts);
    QCOMPARE(facts->size(), std::size_t(1));
    COMPARE_JSON(*facts->front().value, json::parse(R"({"email": "ada@b.example", "role": "teacher"})"));
}

void tst_SchoolDocument::removedMeetingsAreTombstonesForAWhile()
{
    Directory known = directoryOf(smallSchool());
    json document = smallSchool();
    document["meetings"].erase(1);
    const Facts wanted = factsOfSchool(document).value();
    for (const Fact &fact : replacement(wanted, known, now))
        known.apply(fact);
    QVERIFY(known.meeting("102")->deleted);
    const json view = schoolFor({.email = "ada@school.example", .role = Role::Learner}, known);
    QVERIFY(!by("id", view["meetings"]).contains("102"));
    QVERIFY(replacement(wanted, known, now + std::chrono::days(59)).empty());
    for (const Fact &fact : replacement(wanted, known, now + std::chrono::days(61)))
        known.apply(fact);
    QVERIFY(!known.meeting("102"));
    QVERIFY(replacement(wanted, known, now + std::chrono::days(61)).empty());
}

/// Documents do not say what is on, and so do not unsay it.
void tst_SchoolDocument::whatIsOnIsToldAndStays()
{
    Directory known = directoryOf(smallSchool());
    const json live{{"uuid", "one"}, {"since", "2026-03-02T09:00:00Z"}, {"ended", false}};
    known.apply({{.kind = FactKind::Live, .id = "102", .email = {}}, live});
    QVERIFY(replacement(factsOfSchool(smallSchool()).value(), known, now).empty());
    for (const Listener &listener : {Listener{.email = "ada@school.example", .role = Role::Learner},
             Listener{.email = "anna@school.example", .role = Role::Administrator}}) {
        const json view = schoolFor(listener, known);
        const json meetings = by("id", view["meetings"]);
        QCOMPARE(meetings["102"].value("started_at", std::string()), std::string("2026-03-02T09:00:00Z"));
        QVERIFY(std::ranges::none_of(view["meetings"],
            [](const json &meeting) { return meeting["id"] != "102" && meeting.contains("started_at"); }));
    }
    json document = smallSchool();
    document["meetings"].erase(1);
    const Facts wanted = factsOfSchool(document).value();
    for (const auto days : {0, 61, 122}) {
        for (const Fact &fact : replacement(wanted, known, now + std::chrono::days(days)))
            known.apply(fact);
    }
    QVERIFY(!known.meeting("102"));
}

void tst_SchoolDocument::faultsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *tag, const char *text, const char *error) {
        QTest::newRow(tag) << QByteArray(text) << QByteArray(error);
    };
    row("list", "[]", "The body is not a JSON object.");
    row("people", R"({"people":{}})", "people is not a list.");
    row("person", R"({"people":["x"]})", "people[0] is not an object.");
    row("e-mail", R"({"people":[{"email":"x","role":"learner"}]})",
        "people[0].email is not an e-mail address.");
    row("role", R"({"people":[{"email":"a@b.c","role":"boss"}]})",
        "people[0].role is not administrator, teacher or learner.");
    row("code", R"({"courses":[{"code":"A"},{"title":"B"}]})", "courses[1].code is missing.");
    row("teachers", R"({"courses":[{"code":"A","teachers":"a@b.c"}]})", "courses[0].teachers is not a list.");
    row("learner", R"({"courses":[{"code":"A","learners":[5]}]})",
        "courses[0].learners has something that is not an e-mail address.");
    row("enrolment", R"({"courses":[{"code":"A","enrolments":[{"email":"a@b.c","role":"boss"}]}]})",
        "courses[0].enrolments[0].role is not teacher or learner.");
    row("meeting", R"({"meetings":[{"topic":"x"}]})", "meetings[0].id is missing.");
    row("registrant", R"({"meetings":[{"id":1,"registrants":[{"email":""}]}]})",
        "meetings[0].registrants[0].email is not an e-mail address.");
}

void tst_SchoolDocument::faultsNameTheirPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, error);
    const auto facts = factsOfSchool(json::parse(text.toStdString()));
    QVERIFY(!facts);
    QCOMPARE(QByteArray::fromStdString(facts.error()), error);
}

void tst_SchoolDocument::learnersGetTheirOwn()
{
    const json view = viewOf("ada@school.example", Role::Learner);
    COMPARE_JSON(keysOf(by("email", view["people"])), (json{"ada@school.example", "maria@school.example"}));
    QCOMPARE(view["hosts"].size(), std::size_t(0));
    COMPARE_JSON(view["courses"][0]["learners"], json{"ada@school.example"});
    COMPARE_JSON(view["courses"][0]["teachers"], json{"maria@school.example"});
    const json meetings = by("id", view["meetings"]);
    COMPARE_JSON(keysOf(meetings), (json{"101", "102", "103"}));
    QCOMPARE(meetings["101"]["join_url"].get<std::string>(),
        std::string("https://zoom.example/j/101?pwd=common101"));
    QCOMPARE(
        meetings["102"]["join_url"].get<std::string>(), std::string("https://zoom.example/w/102?tk=ada"));
    QCOMPARE(meetings["102"]["registrants"].size(), std::size_t(1));
    const json unregistered = by("id", viewOf("ben@school.example", Role::Learner)["meetings"]);
    QVERIFY(!unregistered["102"].contains("join_url"));
    const json registered = by("id", viewOf("cleo@school.example", Role::Learner)["meetings"]);
    COMPARE_JSON(keysOf(registered), (json{"102", "103"}));
}

void tst_SchoolDocument::teachersGetWhatTheyTeach()
{
    const json maria = viewOf("maria@school.example", Role::Teacher);
    const json meetings = by("id", maria["meetings"]);
    COMPARE_JSON(keysOf(meetings), (json{"101", "102", "103", "104"}));
    QCOMPARE(meetings["102"]["registrants"].size(), std::size_t(2));
    COMPARE_JSON(keysOf(by("email", maria["people"])),
        (json{"ada@school.example", "ben@school.example", "maria@school.example"}));
    const json tom = viewOf("tom@school.example", Role::Teacher);
    COMPARE_JSON(keysOf(by("id", tom["meetings"])), (json{"101", "103", "104"}));
    QCOMPARE(tom["courses"].size(), std::size_t(0));
    const json asLearner = viewOf("maria@school.example", Role::Learner);
    QCOMPARE(by("id", asLearner["meetings"])["102"]["registrants"].size(), std::size_t(0));
}

void tst_SchoolDocument::strangersGetNothing()
{
    const json view = viewOf("eve@elsewhere.example", Role::Learner);
    COMPARE_JSON(keysOf(by("id", view["meetings"])), json{"103"});
    QCOMPARE(view["people"].size() + view["courses"].size() + view["hosts"].size(), std::size_t(0));
}

void tst_SchoolDocument::noHostLinksGetIn()
{
    json document = smallSchool();
    document["meetings"][0]["start_url"] = "https://zoom.example/s/101?zak=SECRET";
    document["meetings"][0]["join_url"] = "https://zoom.example/s/101?zak=SECRET";
    document["meetings"][0]["password"] = "SECRET";
    document["meetings"][0]["occurrences"] = {{{"occurrence_id", "1"}, {"start_url", "SECRET"}}};
    const json view = schoolFor({.email = "x@y.z", .role = Role::Administrator}, directoryOf(document));
    QVERIFY(!bytes(view).contains("SECRET"));
}

void tst_SchoolDocument::groupsOfACourseStayTheirs()
{
    json document = smallSchool();
    document["meetings"].push_back({{"id", 105}, {"topic", "Lab"}, {"course", "BIO-1A"}, {"group", "G1"}});
    const json before = viewIn(document, "ada@school.example", Role::Learner);
    QVERIFY(!by("id", before["meetings"]).contains("105"));
    QVERIFY(by("id", viewIn(document, "maria@school.example", Role::Teacher)["meetings"]).contains("105"));
    document["courses"][0]["enrolments"] = {
        {{"email", "Ada@school.example"}, {"role", "learner"}, {"group", "G1"}},
        {{"email", "ben@school.example"}, {"role", "learner"}, {"group", "G2"}}};
    const json ada = viewIn(document, "ada@school.example", Role::Learner);
    QVERIFY(by("id", ada["meetings"]).contains("105"));
    COMPARE_JSON(ada["courses"][0]["enrolments"],
        (json{{{"email", "ada@school.example"}, {"role", "learner"}, {"group", "G1"}}}));
    const json ben = viewIn(document, "ben@school.example", Role::Learner);
    QVERIFY(!by("id", ben["meetings"]).contains("105"));
    QVERIFY(by("id", ben["meetings"]).contains("101"));
}

QTEST_GUILESS_MAIN(tst_SchoolDocument)
#include "tst_schooldocument.moc"
