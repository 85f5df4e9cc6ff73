// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/commands.h"
#include "sync/registration.h"
#include "sync/repositories.h"
#include "sync/zoomlink.h"

namespace lectern::sync {

/// Takes in what people do to meetings: checks it, then writes the change and its visible effect in one
/// transaction. Sends nothing; says when there is something to send.
class ChangeDesk : public QObject
{
    Q_OBJECT

public:
    ChangeDesk(Repositories &store, const ZoomLink &link);

    /// An instant meeting is scheduled for now: Zoom lists no instant ones, so that one whose answer was lost
    /// could not be found again.
    [[nodiscard]] Result<MeetingId> schedule(school::MeetingDraft draft);
    [[nodiscard]] Result<void> edit(
        MeetingId id, const QString &occurrenceId, const school::MeetingEdit &edit);
    [[nodiscard]] Result<void> remove(MeetingId id, const QString &occurrenceId, Mailing mailing);
    [[nodiscard]] Result<void> end(MeetingId id);
    /// See Commands; answers how many are to be registered.
    [[nodiscard]] Result<int> registerEveryone(MeetingId id);

Q_SIGNALS:
    void changeAppended();

private:
    [[nodiscard]] QList<FieldError> check(const school::MeetingDraft &draft) const;
    [[nodiscard]] QList<FieldError> checkHost(const QString &hostZoomUserId) const;
    [[nodiscard]] QList<FieldError> checkOwner(const school::Owner &owner, const QString &agenda) const;
    [[nodiscard]] QList<FieldError> check(
        const school::MeetingEdit &edit, const school::Meeting &before) const;
    [[nodiscard]] Result<school::Meeting> present(MeetingId id) const;
    [[nodiscard]] Result<school::Meeting> localMeeting(const school::MeetingDraft &draft) const;

    [[nodiscard]] Result<void> writeEdit(
        const school::Meeting &before, const QString &occurrenceId, const school::MeetingEdit &edit);
    [[nodiscard]] Result<void> queueEdit(const school::Meeting &before, const QString &occurrenceId,
        const school::MeetingEdit &edit, store::MeetingFields fields);
    [[nodiscard]] Result<void> forget(const school::Meeting &meeting);
    [[nodiscard]] Result<void> queueRemoval(
        school::Meeting meeting, const QString &occurrenceId, Mailing mailing);
    [[nodiscard]] Result<void> dropWaitingEdits(MeetingId id, const QString &occurrenceId);
    [[nodiscard]] Result<QList<Registree>> missingIn(const school::Meeting &meeting) const;
    [[nodiscard]] Result<void> append(store::Change change);
    [[nodiscard]] Result<void> told(Result<void> written);

    Repositories &m_store;
    const ZoomLink &m_link;
};

} // namespace lectern::sync
