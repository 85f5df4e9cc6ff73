// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/registrantrepository.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using test::SchoolDay;
using test::smallSchool;

/// What a pull fetches of the coming day without anybody asking; at a real server.
class TestSoonReader : public QObject
{
    Q_OBJECT

    SchoolDay m_day{smallSchool};

    void enter(const school::Meeting &meeting, const QString &name)
    {
        const QString email = name + u"@school.example"_s;
        m_day.zoom("POST", SchoolDay::pathOf(meeting) + u"/registrants"_s,
            {{u"email"_s, email}, {u"first_name"_s, name}, {u"last_name"_s, u"X"_s}});
    }

    [[nodiscard]] int known(const school::Meeting &meeting) const
    {
        store::RegistrantQuery query;
        query.meeting = meeting.id;
        return store::RegistrantRepository(m_day.reader()).count(query).value_or(-1);
    }

    [[nodiscard]] school::MeetingDraft draftIn(qint64 hours) const
    {
        school::MeetingDraft draft = m_day.registrationDraft(m_course, school::Approval::Automatic);
        draft.start = m_day.clock().now().addSecs(hours * 3600);
        return draft;
    }

    [[nodiscard]] static qsizetype registrantReads(
        const QStringList &requests, const school::Meeting &meeting)
    {
        return requests.filter(QString(SchoolDay::pathOf(meeting) + u"/registrants"_s)).size();
    }

    CourseId m_course;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_day.start());
        QVERIFY(m_day.connectAndPull());
        const Result<CourseId> course =
            m_day.await(m_day.engine().saveCourse({{}, u"SOON-1"_s, u"Soon"_s, {}}));
        QVERIFY(course);
        m_course = *course;
    }

    void registrantsOfTheComingDayAreCounted()
    {
        const auto soon = m_day.made(draftIn(3));
        const auto later = m_day.made(draftIn(72));
        QVERIFY(soon && later);
        for (const auto &meeting : {*soon, *later}) {
            enter(meeting, u"ana"_s);
            enter(meeting, u"bo"_s);
        }
        QVERIFY(m_day.pull());
        QCOMPARE(known(*soon), 2);
        QCOMPARE(known(*later), 0);
        store::MeetingQuery query;
        query.text = u"With registration"_s;
        QCOMPARE(m_day.rows(query).first().registrantsApproved, 2);

        // Not again within ten minutes.
        enter(*soon, u"cy"_s);
        (void)m_day.newRequests();
        QVERIFY(m_day.pull());
        QCOMPARE(registrantReads(m_day.newRequests(), *soon), 0);
        QCOMPARE(known(*soon), 2);
    }

    void aRunningMeetingCountsToo()
    {
        const auto meeting = m_day.made(draftIn(72));
        QVERIFY(meeting);
        enter(*meeting, u"dee"_s);
        m_day.control("POST", SchoolDay::pathOf(*meeting) + u"/start"_s);
        QVERIFY(m_day.await(m_day.engine().refresh(meeting->id)));
        enter(*meeting, u"eve"_s);
        QVERIFY(m_day.pull());
        QCOMPARE(known(*meeting), 2);
    }

    void detailsOfTheComingDayAreThere()
    {
        const QString host = m_day.draft({}).hostZoomUserId;
        const QString start = m_day.clock().now().addSecs(2 * 3600).toString(Qt::ISODate);
        const QJsonObject made = m_day.zoom("POST", u"users/"_s + host + u"/meetings"_s,
            {{u"topic"_s, u"Made elsewhere"_s}, {u"type"_s, 2}, {u"start_time"_s, start},
                {u"settings"_s, QJsonObject{{u"mute_upon_entry"_s, true}}}});
        QVERIFY(made.contains(u"id"_s));
        QVERIFY(m_day.pull());
        store::MeetingQuery query;
        query.text = u"Made elsewhere"_s;
        const QList<store::MeetingRow> rows = m_day.rows(query);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().settings.muteUponEntry);
    }

    void aMeetingThatZoomRefusesKeepsNobodyAway()
    {
        const auto refused = m_day.made(draftIn(4));
        const auto other = m_day.made(draftIn(5));
        QVERIFY(refused && other);
        enter(*other, u"fay"_s);
        m_day.fault(u"GET"_s, u"/v2/"_s + SchoolDay::pathOf(*refused) + u"/registrants"_s,
            {{u"status"_s, 400}, {u"body"_s, QJsonObject{{u"code"_s, 300}, {u"message"_s, u"No."_s}}}});
        QVERIFY(m_day.pull());
        QCOMPARE(known(*other), 1);
    }
};

QTEST_GUILESS_MAIN(TestSoonReader)
#include "tst_soonreader.moc"
