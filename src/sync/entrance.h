// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/meetingreader.h"

#include <QUrl>

namespace lectern::sync {

/// The ways into a meeting: links for its host and for those who join, and its invitation.
class Entrance : public QObject
{
    Q_OBJECT

public:
    Entrance(Repositories &store, ZoomLink &link, MeetingReader &reader);

    [[nodiscard]] QCoro::Task<Result<QUrl>> startLink(MeetingId meeting);
    [[nodiscard]] QCoro::Task<Result<QUrl>> joinLink(MeetingId meeting, PersonId person);
    [[nodiscard]] QCoro::Task<Result<QString>> invitation(MeetingId meeting);
    /// The link `person` joins with as far as the store knows it, for a desktop without a Zoom account.
    [[nodiscard]] Result<QUrl> knownLink(MeetingId meeting, PersonId person);

Q_SIGNALS:
    /// Somebody is on the way in: the meeting's status is likely to change soon.
    void entered(qint64 zoomId);

private:
    struct Visit
    {
        school::Meeting meeting;
        school::Person person;
        store::MeetingRow line; ///< the one that is on, or next
    };

    [[nodiscard]] Result<school::Meeting> meetingAtZoom(MeetingId id) const;
    [[nodiscard]] Result<school::Meeting> knownMeeting(MeetingId id) const;
    [[nodiscard]] Result<Visit> visit(MeetingId meeting, PersonId person) const;
    [[nodiscard]] QCoro::Task<Result<Visit>> freshVisit(MeetingId meeting, PersonId person);
    [[nodiscard]] school::Entry entryOf(const Visit &visit) const;
    [[nodiscard]] Result<QUrl> plainLink(const Visit &visit);
    [[nodiscard]] QCoro::Task<Result<QUrl>> personalLink(Visit visit);
    [[nodiscard]] QCoro::Task<Result<QUrl>> registerOnTheSpot(Visit visit);
    [[nodiscard]] static bool mayRegister(const Visit &visit);

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    ExtrasReader m_extras;
};

} // namespace lectern::sync
