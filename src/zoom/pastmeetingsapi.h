// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/pastmeeting.h"

namespace lectern::zoom {

/// `/past_meetings` (paid plans). A light handle; copies share the channel.
class PastMeetingsApi
{
public:
    PastMeetingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// The latest instance of a meeting that ended; NotFound while it has not ended.
    [[nodiscard]] QCoro::Task<Result<PastMeeting>> latest(qint64 meeting) const;
    [[nodiscard]] QCoro::Task<Result<PastMeeting>> get(QString uuid) const;
    /// Of the last 15 months; no pages.
    [[nodiscard]] QCoro::Task<Result<QList<PastInstance>>> instances(qint64 meeting) const;
    /// One page of who was there. See walkPages().
    [[nodiscard]] QCoro::Task<Result<Page<Participant>>> participants(QString uuid, QString pageToken) const;

private:
    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
