// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"
#include "store/activityrepository.h"
#include "store/courserepository.h"
#include "store/hostrepository.h"
#include "store/personrepository.h"
#include "store/registrantrepository.h"
#include "support/relayprocess.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::test;
using State = sync::RelayStatus::State;

namespace {

/// A sandbox that tells a relay what happens, and a desktop.
struct RelayDay : SchoolDay
{
    explicit RelayDay(const QStringList &arguments = smallSchool)
        : SchoolDay(arguments)
        , relay(announcement())
    { }

    [[nodiscard]] bool startRelay()
    {
        if (!relay.start())
            return false;
        return control("POST", u"webhooks"_s, {{u"url"_s, relay.webhook()}}).contains(u"url"_s);
    }
    [[nodiscard]] bool accept(const QString &email, const QString &role)
    {
        const Result<void> accepted =
            await(engine().acceptInvitation(relay.invite(email, role, u"Somebody"_s)));
        if (!accepted)
            qWarning().noquote() << accepted.error().message << accepted.error().detail;
        return accepted
            && QTest::qWaitFor(
                [this] { return engine().status().relay.state == State::Connected; }, patience);
    }
    [[nodiscard]] bool isAdministratorsDesktop()
    {
        return start() && connectAndPull() && accept(u"admin@school.example"_s, u"administrator"_s);
    }
    /// Somebody registers on Zoom's page.
    QJsonObject registers(const school::Meeting &meeting, const QString &email)
    {
        return zoom("POST", pathOf(meeting) + u"/registrants"_s,
            {{u"email"_s, email}, {u"first_name"_s, u"Rosa"_s}, {u"last_name"_s, u"Berg"_s}});
    }
    [[nodiscard]] bool hasRegistrant(MeetingId meeting, const QString &email) const
    {
        const auto row = store::RegistrantRepository(reader()).findByEmail(meeting, email);
        return row && *row;
    }
    [[nodiscard]] int countOf(const QString &event) const
    {
        store::ActivityQuery query;
        query.limit = 100'000;
        const auto rows = store::ActivityRepository(reader()).list(query);
        return rows ? static_cast<int>(std::ranges::count(*rows, event, &store::ActivityRow::event)) : -1;
    }
    [[nodiscard]] CourseId aCourse() const
    {
        const auto courses = store::CourseRepository(reader(), clock()).list({});
        return courses && !courses->isEmpty() ? courses->first().course.id : CourseId{};
    }

    RelayProcess relay;
};

} // namespace

/// The real way: Zoom's stand-in signs webhooks, a real relay keeps and streams them, a real engine applies
/// them.
class TestRelayDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegistrationArrivesByItself()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.isAdministratorsDesktop());
        QCOMPARE(day.engine().status().source, sync::FeedSource::Relay);
        const auto meeting = day.made(day.registrationDraft(day.aCourse(), school::Approval::Automatic));
        QVERIFY(meeting);
        QSignalSpy applied(&day.engine(), &sync::Commands::eventsApplied);
        day.registers(*meeting, u"rosa@school.example"_s);
        QTRY_VERIFY_WITH_TIMEOUT(day.hasRegistrant(meeting->id, u"rosa@school.example"_s), patience);
        bool told = false;
        for (const QList<QVariant> &call : applied) {
            for (const sync::LiveFact &fact : call.first().value<sync::AppliedEvents>().facts)
                told = told
                    || (fact.kind == sync::LiveFact::Kind::RegistrationArrived
                        && fact.meeting == meeting->id);
        }
        QVERIFY(told);
    }

    void whatAnotherDesktopChangesArrives()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.isAdministratorsDesktop());
        const auto meeting = day.made(day.draft(u"Old topic"_s));
        QVERIFY(meeting);
        day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"topic"_s, u"New topic"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(day.meeting(meeting->id)->topic, u"New topic"_s, patience);
        day.zoom("DELETE", SchoolDay::pathOf(*meeting));
        QTRY_COMPARE_WITH_TIMEOUT(day.meeting(meeting->id)->status, school::MeetingStatus::Deleted, patience);
    }

    void anOwnerThatChangedInTheTrackingFieldAloneArrives()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.isAdministratorsDesktop());
        const auto meeting = day.made(day.draft(u"Whose"_s));
        QVERIFY(meeting);
        const QJsonObject field{{u"field"_s, u"Lectern"_s}, {u"value"_s, u"lectern:1;course=NEW-1"_s}};
        day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"tracking_fields"_s, QJsonArray{field}}});
        QTRY_VERIFY_WITH_TIMEOUT(
            std::holds_alternative<school::CourseOwner>(day.meeting(meeting->id)->owner), patience);
    }

    void theRelayIsKilledInBetween()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.isAdministratorsDesktop());
        const auto meeting = day.made(day.registrationDraft(day.aCourse(), school::Approval::Automatic));
        QVERIFY(meeting);
        day.registers(*meeting, u"one@school.example"_s);
        QTRY_VERIFY_WITH_TIMEOUT(day.hasRegistrant(meeting->id, u"one@school.example"_s), patience);
        day.relay.kill();
        QTRY_VERIFY_WITH_TIMEOUT(day.engine().status().relay.state != State::Connected, patience);
        QVERIFY(day.relay.start());
        QTRY_COMPARE_WITH_TIMEOUT(day.engine().status().relay.state, State::Connected, patience);
        day.registers(*meeting, u"two@school.example"_s);
        QTRY_VERIFY_WITH_TIMEOUT(day.hasRegistrant(meeting->id, u"two@school.example"_s), patience);
        QCOMPARE(day.countOf(u"meeting.registration_created"_s), 2);
    }

    void whatHappenedWhileItWasOffIsCaughtUpOnce()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.isAdministratorsDesktop());
        const auto meeting = day.made(day.draft(u"Busy"_s));
        QVERIFY(meeting);
        QTRY_VERIFY_WITH_TIMEOUT(day.countOf(u"meeting.created"_s) > 0, patience);
        const int before = day.countOf(u"meeting.updated"_s);
        day.stop();
        constexpr int edits = 90;
        for (int i = 1; i <= edits; ++i)
            day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"topic"_s, u"Topic %1"_s.arg(i)}});
        QVERIFY(day.start());
        QTRY_COMPARE_WITH_TIMEOUT(day.countOf(u"meeting.updated"_s), before + edits, patience);
        QTRY_COMPARE_WITH_TIMEOUT(day.meeting(meeting->id)->topic, u"Topic %1"_s.arg(edits), patience);
        QCOMPARE(day.countOf(u"meeting.updated"_s), before + edits);
    }

    void aLearnerNeedsNothingButAnInvitation()
    {
        RelayDay school;
        QVERIFY(school.startRelay());
        QVERIFY(school.isAdministratorsDesktop());
        QVERIFY(school.importRoster());
        const auto enrolment = school.aLearner();
        QVERIFY(enrolment);
        const auto learner = school.person(enrolment->person);
        QVERIFY(learner);
        const auto meeting =
            school.made(school.registrationDraft(enrolment->course, school::Approval::Automatic));
        QVERIFY(meeting);
        school.registers(*meeting, learner->email);

        Desktop desktop;
        QVERIFY(desktop.start());
        QVERIFY(desktop.accept(school.relay, learner->email));
        QCOMPARE(desktop.engine->status().reach, sync::SyncStatus::Reach::RelayOnly);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.row(meeting->zoomId).has_value(), patience);
        const store::MeetingRow row = *desktop.row(meeting->zoomId);
        QVERIFY(!row.courseCode.isEmpty());
        const auto me = store::PersonRepository(*desktop.reader).findByEmail(learner->email);
        QVERIFY(me && *me);
        // What needs Zoom says so.
        const auto refused = SchoolDay::await(desktop.engine->end(row.meeting));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QVERIFY(SchoolDay::await(desktop.engine->refresh(row.meeting)));
        // The class begins, and the own link opens it.
        school.control("POST", SchoolDay::pathOf(*meeting) + u"/start"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            desktop.row(meeting->zoomId)->status, school::MeetingStatus::Started, patience);
        const Result<QUrl> link = SchoolDay::await(desktop.engine->joinLink(row.meeting, (*me)->id));
        QVERIFY2(link, link ? "" : qPrintable(link.error().message));
        QVERIFY(link->toString().contains(u"tk="_s));
    }

    void zoomsOwnStreamTellsToo()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(SchoolDay::await(day.engine().connectAccount(day.accountWithEvents(), day.secret())));
        QTRY_COMPARE_WITH_TIMEOUT(day.engine().status().source, sync::FeedSource::ZoomSocket, patience);
        QVERIFY(day.pull());
        const auto meeting = day.made(day.draft(u"Old topic"_s));
        QVERIFY(meeting);
        day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"topic"_s, u"New topic"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(day.meeting(meeting->id)->topic, u"New topic"_s, patience);
    }

    void withNeitherItIsPolled()
    {
        SchoolDay day(smallSchool);
        day.rhythm().pull = std::chrono::seconds(2);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        QCOMPARE(day.engine().status().source, sync::FeedSource::Polling);
        const auto meeting = day.made(day.draft(u"Old topic"_s));
        QVERIFY(meeting);
        day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"topic"_s, u"New topic"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(day.meeting(meeting->id)->topic, u"New topic"_s, patience);
    }

    void anOwnerInTheTrackingFieldAloneIsFoundWithoutEvents()
    {
        SchoolDay day(smallSchool);
        day.rhythm().details = std::chrono::milliseconds(300);
        day.rhythm().detailsFreshFor = std::chrono::milliseconds(100);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const auto meeting = day.made(day.draft(u"Whose"_s));
        QVERIFY(meeting);
        const QJsonObject field{{u"field"_s, u"Lectern"_s}, {u"value"_s, u"lectern:1;course=NEW-1"_s}};
        day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"tracking_fields"_s, QJsonArray{field}}});
        QTRY_VERIFY_WITH_TIMEOUT(
            std::holds_alternative<school::CourseOwner>(day.meeting(meeting->id)->owner), patience);
    }

    void anInvitationIsGoodOnce()
    {
        RelayDay day;
        QVERIFY(day.startRelay());
        QVERIFY(day.start());
        const QUrl invitation = day.relay.invite(u"lea@school.example"_s, u"learner"_s, u"Léa"_s);
        QVERIFY(SchoolDay::await(day.engine().acceptInvitation(invitation)));
        const Result<void> again = SchoolDay::await(day.engine().acceptInvitation(invitation));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Invalid);
        const Result<void> odd =
            SchoolDay::await(day.engine().acceptInvitation(QUrl(u"lectern://invite?x=1"_s)));
        QCOMPARE(odd.error().code, ErrorCode::Invalid);
        QTRY_COMPARE_WITH_TIMEOUT(day.engine().status().relay.state, State::Connected, patience);
        // It is remembered, until it is forgotten.
        day.stop();
        QVERIFY(day.start());
        QTRY_COMPARE_WITH_TIMEOUT(day.engine().status().relay.state, State::Connected, patience);
        QCOMPARE(day.engine().status().relay.email, u"lea@school.example"_s);
        QVERIFY(day.keyring().has(u"relay/access"_s));
        QVERIFY(SchoolDay::await(day.engine().disconnectRelay()));
        QVERIFY(!day.keyring().has(u"relay/access"_s));
        QCOMPARE(day.engine().status().reach, sync::SyncStatus::Reach::Nothing);
    }

private:
    /// A second desktop, of a learner.
    struct Desktop
    {
        [[nodiscard]] bool start()
        {
            const sync::Profile profile(folder.filePath(u"profile"_s));
            engine = std::make_unique<sync::Engine>(
                sync::EngineParts{.profile = profile, .clock = clock, .secrets = secrets});
            if (!SchoolDay::await(engine->start()))
                return false;
            auto opened = store::Database::open(profile.databasePath(), store::Access::ReadOnly);
            if (opened)
                reader = std::move(*opened);
            return reader != nullptr;
        }
        [[nodiscard]] bool accept(const RelayProcess &relay, const QString &email) const
        {
            const QUrl invitation = relay.invite(email, u"learner"_s, u"Learner"_s);
            const Result<void> accepted = SchoolDay::await(engine->acceptInvitation(invitation));
            if (!accepted)
                qWarning().noquote() << accepted.error().message << accepted.error().detail;
            return accepted.has_value();
        }
        [[nodiscard]] std::optional<store::MeetingRow> row(qint64 zoomId) const
        {
            const auto rows = store::MeetingListRepository(*reader, *clock).list({});
            if (!rows)
                return std::nullopt;
            const auto found = std::ranges::find(*rows, zoomId, &store::MeetingRow::zoomId);
            return found == rows->end() ? std::nullopt : std::optional(*found);
        }

        QTemporaryDir folder;
        std::shared_ptr<SystemClock> clock = std::make_shared<SystemClock>();
        std::shared_ptr<WatchedSecrets> secrets = std::make_shared<WatchedSecrets>();
        std::unique_ptr<sync::Engine> engine;
        std::unique_ptr<store::Database> reader;
    };
};

QTEST_GUILESS_MAIN(TestRelayDay)
#include "tst_relayday.moc"
