// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/createfinder.h"
#include "sync/meetingreader.h"
#include "sync/registrationsender.h"
#include "zoom/meetingbody.h"

namespace lectern::sync {

/// How one attempt at a change ended, when it did not fail.
struct Sent
{
    /// Fields that both sides changed; nothing was sent when there are any.
    QList<store::ChangeRow::FieldConflict> conflicts = {};
};

/// Sends one change to Zoom and, when Zoom agreed, writes what Zoom made of it and takes the change out of
/// the outbox in one transaction.
class ChangeSender
{
public:
    ChangeSender(Repositories &store, ZoomLink &link, MeetingReader &reader);

    /// `change` as it was before this attempt was counted.
    [[nodiscard]] QCoro::Task<Result<Sent>> send(store::Change change);

private:
    [[nodiscard]] QCoro::Task<Result<Sent>> create(store::Change change, school::Meeting meeting);
    [[nodiscard]] QCoro::Task<Result<zoom::Meeting>> createOrFind(
        store::Change change, school::Meeting meeting);
    [[nodiscard]] QCoro::Task<Result<Sent>> update(store::Change change, school::Meeting meeting);
    [[nodiscard]] QCoro::Task<Result<void>> patch(
        store::Change change, school::MeetingEdit edit, zoom::Meeting remote);
    [[nodiscard]] QCoro::Task<Result<Sent>> remove(store::Change change, school::Meeting meeting);
    [[nodiscard]] QCoro::Task<Result<Sent>> end(store::Change change, school::Meeting meeting);
    [[nodiscard]] QCoro::Task<Result<Sent>> registerPeople(store::Change change, school::Meeting meeting);
    /// Reads the meeting again and ends the change with what Zoom really kept.
    [[nodiscard]] QCoro::Task<Result<Sent>> conclude(store::Change change, qint64 zoomId);

    [[nodiscard]] Result<Sent> adopt(const store::Change &change, const zoom::Meeting &created);
    [[nodiscard]] Result<Sent> finish(const store::Change &change);
    [[nodiscard]] Result<zoom::OwnerOnWire> ownerOnWire(
        const school::Owner &owner, const QString &agenda, const QUuid &reference) const;
    [[nodiscard]] Result<zoom::OwnerOnWire> ownerOnWire(
        const school::MeetingEdit &edit, const zoom::Meeting &remote) const;

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    CreateFinder m_finder;
    RegistrationSender m_registrations;
};

} // namespace lectern::sync
