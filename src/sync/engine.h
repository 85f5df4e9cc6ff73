// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"
#include "sync/commands.h"
#include "sync/engineparts.h"

#include <memory>

namespace lectern::sync {

/// Commands, carried out on a thread of their own that has the writing database connection, the network and
/// the timers. The order of use in a composition root:
///
///     sync::Profile profile(folder);
///     sync::ProfileLock lock(profile);          // lock.acquire(): another Lectern or lecternctl may hold it
///     sync::Engine engine({.profile = profile, .clock = clock, .secrets = secrets});
///     engine.start().then(this, …);             // the database exists and is migrated: open the reader now
///
/// The account is the one in store::AccountRepository, the relay the one whose token is in the keyring;
/// start() connects to both and begins the first pull.
/// Commands called after start() wait for it, those before are refused; when it failed (a newer schema, a
/// full disk), each command fails with the same error. The destructor aborts what is on its way (those
/// futures finish with ErrorCode::Cancelled), waits for the thread, and loses nothing: what was not sent is
/// in the outbox. Signals come on the thread the engine was made on.
class Engine final : public Commands
{
    Q_OBJECT

public:
    explicit Engine(EngineParts parts, QObject *parent = nullptr);
    ~Engine() override;

    QFuture<Result<void>> start();
    /// Where the injected store keeps secrets; asked on the engine thread, the only one that may use it.
    QFuture<Result<secrets::Keeping>> secretKeeping();
    /// syncNow() with its outcome, for programs that wait: finishes when the pull has.
    QFuture<Result<void>> pullNow();

    QFuture<Result<MeetingId>> schedule(school::MeetingDraft draft) override;
    QFuture<Result<void>> edit(MeetingId meeting, QString occurrenceId, school::MeetingEdit edit) override;
    QFuture<Result<void>> remove(MeetingId meeting, QString occurrenceId, Mailing mailing) override;
    QFuture<Result<void>> end(MeetingId meeting) override;
    QFuture<Result<int>> registerEveryone(MeetingId meeting) override;

    QFuture<Result<void>> refresh(MeetingId meeting) override;
    QFuture<Result<QUrl>> startLink(MeetingId meeting) override;
    QFuture<Result<QUrl>> joinLink(MeetingId meeting, PersonId person) override;
    QFuture<Result<QString>> invitation(MeetingId meeting) override;

    QFuture<Result<CourseId>> saveCourse(school::Course course) override;
    QFuture<Result<PersonId>> savePerson(school::Person person) override;
    QFuture<Result<void>> setGlobalMeeting(GlobalMeetingRules rules) override;
    QFuture<Result<QStringList>> importRoster(QHash<QString, QByteArray> files) override;

    void syncNow() override;
    void stopSync() override;
    QFuture<Result<void>> retry(ChangeId change) override;
    QFuture<Result<void>> discard(ChangeId change) override;
    QFuture<Result<void>> resolve(ChangeId change, Resolution resolution) override;

    QFuture<Result<void>> connectAccount(Account account, Secret secret) override;
    QFuture<Result<void>> disconnectAccount() override;

    QFuture<Result<void>> acceptInvitation(QUrl invitation) override;
    QFuture<Result<void>> disconnectRelay() override;

    [[nodiscard]] SyncStatus status() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::sync
