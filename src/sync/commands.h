// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "school/course.h"
#include "school/meeting.h"
#include "school/person.h"
#include "store/changenotice.h"
#include "sync/account.h"
#include "sync/livefacts.h"
#include "sync/status.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

namespace lectern::sync {

/// How a conflict, or a failed change, is settled.
enum class Resolution { KeepMine, TakeTheirs };

/// Whether Zoom mails the people concerned when a meeting is deleted.
enum class Mailing { Silent, TellPeople };

/// The meeting that is always open to everyone: the one for all that has no fixed time. It is made when it is
/// first enabled; another host gets a new one in its place; disabled, it stays and lets only its staff in.
struct GlobalMeetingRules
{
    bool enabled = false;
    school::Role minimumRole = school::Role::Learner;
    QString hostZoomUserId;
    QString topic;
};

/// Everything a person can ask of the engine. Methods are called on the GUI thread and return at once; the
/// work is done on the engine thread, and the future finishes with the outcome. A command that changes a
/// meeting is finished as soon as the change is durable in the local store (the store's change notice comes
/// first); whether Zoom agreed is told by the meeting's PendingState and by statusChanged(). Futures are to
/// be continued with `.then(context, …)`, so that a closed window never hears of them.
class Commands : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<MeetingId>> schedule(school::MeetingDraft draft) = 0;
    /// One date of a series when `occurrenceId` is not empty, else the meeting, or all of the series.
    virtual QFuture<Result<void>> edit(MeetingId meeting, QString occurrenceId, school::MeetingEdit edit) = 0;
    virtual QFuture<Result<void>> remove(MeetingId meeting, QString occurrenceId, Mailing mailing) = 0;
    virtual QFuture<Result<void>> end(MeetingId meeting) = 0;
    /// Registers the learners of the meeting's course, session or group who are not registered yet; the
    /// outcome is how many they are. A meeting that Zoom has yet to hear of is sent first. Refused where
    /// nobody needs to register, or everybody is.
    virtual QFuture<Result<int>> registerEveryone(MeetingId meeting) = 0;

    /// Fetches settings, status, occurrences, registrants and recordings of what a person opens.
    virtual QFuture<Result<void>> refresh(MeetingId meeting) = 0;
    /// The host's start link, fetched at the click and never kept. Opening it is the caller's part.
    virtual QFuture<Result<QUrl>> startLink(MeetingId meeting) = 0;
    /// The link `person` joins with: the personal one where registered, after registering on the spot where
    /// the meeting asks for it and the rules allow.
    virtual QFuture<Result<QUrl>> joinLink(MeetingId meeting, PersonId person) = 0;
    /// Zoom's invitation text.
    virtual QFuture<Result<QString>> invitation(MeetingId meeting) = 0;

    virtual QFuture<Result<CourseId>> saveCourse(school::Course course) = 0;
    virtual QFuture<Result<PersonId>> savePerson(school::Person person) = 0;
    virtual QFuture<Result<void>> setGlobalMeeting(GlobalMeetingRules rules) = 0;
    /// Reads a OneRoster CSV folder, or files fetched from one (name → content), into the store.
    /// The outcome is what was left out and why, in words for the person.
    virtual QFuture<Result<QStringList>> importRoster(QHash<QString, QByteArray> files) = 0;

    virtual void syncNow() = 0;
    virtual void stopSync() = 0;
    virtual QFuture<Result<void>> retry(ChangeId change) = 0;
    virtual QFuture<Result<void>> discard(ChangeId change) = 0;
    virtual QFuture<Result<void>> resolve(ChangeId change, Resolution resolution) = 0;

    /// Connects to an account (signs in and reads the host list), replacing the present one.
    virtual QFuture<Result<void>> connectAccount(Account account, Secret secret) = 0;
    virtual QFuture<Result<void>> disconnectAccount() = 0;

    /// Takes an invitation of the school's relay, a link that begins with lectern://invite: exchanges it for
    /// this person's token, keeps that in the keyring, and listens to the relay from then on. Replaces the
    /// present relay. A link that is none, was used or is too old is Invalid, with the reason in words.
    virtual QFuture<Result<void>> acceptInvitation(QUrl invitation) = 0;
    /// Forgets the relay and its token. What was learned from it stays.
    virtual QFuture<Result<void>> disconnectRelay() = 0;

    [[nodiscard]] virtual SyncStatus status() const = 0;

Q_SIGNALS:
    void statusChanged(const lectern::sync::SyncStatus &status);
    /// After each committed write; read again what it names.
    void storeChanged(const lectern::store::ChangeNotice &notice);
    /// After each batch of events from Zoom was written.
    void eventsApplied(const lectern::sync::AppliedEvents &events);
};

} // namespace lectern::sync
