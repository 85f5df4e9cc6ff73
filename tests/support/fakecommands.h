// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/commands.h"

#include <QStringList>

#include <optional>

namespace lectern::test {

/// Notes what a window asks of the engine and answers at once, as scripted: everything succeeds until a
/// failure is set. Nothing is written; a test that wants an effect in the store makes it itself and tells it
/// with storeChanged().
class FakeCommands final : public sync::Commands
{
public:
    struct EditCall
    {
        MeetingId meeting;
        QString occurrenceId;
        school::MeetingEdit edit;
    };
    struct RemoveCall
    {
        MeetingId meeting;
        QString occurrenceId;
        sync::Mailing mailing = sync::Mailing::Silent;
    };
    struct ResolveCall
    {
        ChangeId change;
        sync::Resolution resolution = sync::Resolution::KeepMine;
    };

    /// The names of the methods called, in order.
    QStringList calls;
    QList<school::MeetingDraft> scheduled;
    QList<EditCall> edited;
    QList<RemoveCall> removed;
    QList<MeetingId> ended, registered, refreshed, startLinks, joinLinks, invitations;
    QList<school::Course> courses;
    QList<school::Person> people;
    QList<sync::GlobalMeetingRules> globalRules;
    QList<QHash<QString, QByteArray>> rosters;
    QStringList leftOutOfRoster;
    QList<ChangeId> retried, discarded;
    QList<ResolveCall> resolved;
    QList<sync::Account> accounts;
    QList<QUrl> relayInvitations;

    /// When set, every command fails with it.
    std::optional<Error> failure;
    MeetingId nextMeeting{101};
    CourseId nextCourse{201};
    PersonId nextPerson{301};
    int nextRegistered = 1;
    QUrl link{QStringLiteral("https://zoom.example/j/1")};
    QString invitationText = QStringLiteral("You are invited.");
    sync::SyncStatus present;

    /// Changes the status and tells it.
    void tell(const sync::SyncStatus &status)
    {
        present = status;
        Q_EMIT statusChanged(status);
    }

    QFuture<Result<MeetingId>> schedule(school::MeetingDraft draft) override
    {
        calls << QStringLiteral("schedule");
        scheduled << draft;
        return answer(nextMeeting);
    }
    QFuture<Result<void>> edit(MeetingId meeting, QString occurrenceId, school::MeetingEdit change) override
    {
        calls << QStringLiteral("edit");
        edited << EditCall{meeting, occurrenceId, change};
        return done();
    }
    QFuture<Result<void>> remove(MeetingId meeting, QString occurrenceId, sync::Mailing mailing) override
    {
        calls << QStringLiteral("remove");
        removed << RemoveCall{meeting, occurrenceId, mailing};
        return done();
    }
    QFuture<Result<void>> end(MeetingId meeting) override { return noted("end", ended, meeting); }
    QFuture<Result<int>> registerEveryone(MeetingId meeting) override
    {
        calls << QStringLiteral("registerEveryone");
        registered << meeting;
        return answer(nextRegistered);
    }
    QFuture<Result<void>> refresh(MeetingId meeting) override { return noted("refresh", refreshed, meeting); }
    QFuture<Result<QUrl>> startLink(MeetingId meeting) override
    {
        calls << QStringLiteral("startLink");
        startLinks << meeting;
        return answer(link);
    }
    QFuture<Result<QUrl>> joinLink(MeetingId meeting, PersonId) override
    {
        calls << QStringLiteral("joinLink");
        joinLinks << meeting;
        return answer(link);
    }
    QFuture<Result<QString>> invitation(MeetingId meeting) override
    {
        calls << QStringLiteral("invitation");
        invitations << meeting;
        return answer(invitationText);
    }
    QFuture<Result<CourseId>> saveCourse(school::Course course) override
    {
        calls << QStringLiteral("saveCourse");
        courses << course;
        return answer(nextCourse);
    }
    QFuture<Result<PersonId>> savePerson(school::Person person) override
    {
        calls << QStringLiteral("savePerson");
        people << person;
        return answer(nextPerson);
    }
    QFuture<Result<void>> setGlobalMeeting(sync::GlobalMeetingRules rules) override
    {
        return noted("setGlobalMeeting", globalRules, rules);
    }
    QFuture<Result<QStringList>> importRoster(QHash<QString, QByteArray> files) override
    {
        calls << QStringLiteral("importRoster");
        rosters << files;
        return answer(leftOutOfRoster);
    }
    void syncNow() override { calls << QStringLiteral("syncNow"); }
    void stopSync() override { calls << QStringLiteral("stopSync"); }
    QFuture<Result<void>> retry(ChangeId change) override { return noted("retry", retried, change); }
    QFuture<Result<void>> discard(ChangeId change) override { return noted("discard", discarded, change); }
    QFuture<Result<void>> resolve(ChangeId change, sync::Resolution resolution) override
    {
        return noted("resolve", resolved, ResolveCall{change, resolution});
    }
    QFuture<Result<void>> connectAccount(sync::Account account, Secret) override
    {
        return noted("connectAccount", accounts, account);
    }
    QFuture<Result<void>> disconnectAccount() override
    {
        calls << QStringLiteral("disconnectAccount");
        return done();
    }
    QFuture<Result<void>> acceptInvitation(QUrl invitation) override
    {
        return noted("acceptInvitation", relayInvitations, invitation);
    }
    QFuture<Result<void>> disconnectRelay() override
    {
        calls << QStringLiteral("disconnectRelay");
        return done();
    }
    sync::SyncStatus status() const override { return present; }

private:
    template <typename T>
    QFuture<Result<T>> answer(const T &value) const
    {
        return QtFuture::makeReadyFuture(failure ? Result<T>(std::unexpected(*failure)) : Result<T>(value));
    }
    QFuture<Result<void>> done() const
    {
        return QtFuture::makeReadyFuture(failure ? Result<void>(std::unexpected(*failure)) : Result<void>());
    }
    template <typename T>
    QFuture<Result<void>> noted(const char *name, QList<T> &calledWith, const T &value)
    {
        calls << QString::fromLatin1(name);
        calledWith << value;
        return done();
    }
};

} // namespace lectern::test
