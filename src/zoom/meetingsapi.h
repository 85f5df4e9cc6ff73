// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "zoom/channel.h"
#include "zoom/meeting.h"

namespace lectern::zoom {

/// Which meetings of a host a list holds.
enum class MeetingListType { Scheduled, Live, Upcoming, Previous };

enum class MeetingCommand { End, Recover };

/// Whom Zoom mails about a deletion: nobody, the host and alternative hosts, the registrants, or all of them.
enum class DeletionMail { None, Hosts, Registrants, All };

/// `/meetings` and `/users/{id}/meetings`. A light handle; copies share the channel. `occurrenceId` is empty
/// for the whole meeting.
class MeetingsApi
{
public:
    MeetingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// One page of a host's meetings. See walkPages().
    [[nodiscard]] QCoro::Task<Result<Page<MeetingSummary>>> list(
        QString hostId, MeetingListType type, QString pageToken) const;
    /// What the user hosts or is invited to in the next 24 hours; one page.
    [[nodiscard]] QCoro::Task<Result<Page<MeetingSummary>>> upcoming(QString userId) const;
    [[nodiscard]] QCoro::Task<Result<Meeting>> get(qint64 id, QString occurrenceId = {}) const;
    /// Never sent twice: after Timeout or Network the meeting may exist all the same.
    [[nodiscard]] QCoro::Task<Result<Meeting>> create(QString hostId, QByteArray body) const;
    /// `hostId` is whose 100 changes a day this counts for.
    [[nodiscard]] QCoro::Task<Result<void>> update(
        qint64 id, QByteArray body, QString hostId, QString occurrenceId = {}) const;
    [[nodiscard]] QCoro::Task<Result<void>> remove(
        qint64 id, DeletionMail mail, QString occurrenceId = {}) const;
    [[nodiscard]] QCoro::Task<Result<void>> setStatus(qint64 id, MeetingCommand command) const;
    /// The text that Zoom would mail to those invited; it holds the passcode.
    [[nodiscard]] QCoro::Task<Result<QString>> invitation(qint64 id) const;
    /// Whoever has this link is host: use it at once, keep it nowhere.
    [[nodiscard]] QCoro::Task<Result<Secret>> startUrl(qint64 id) const;

private:
    [[nodiscard]] Permit permit(Category category) const;

    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
