// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/pastmeetingsapi.h"

#include "zoom/endpoint.h"
#include "zoom/paging.h"

namespace lectern::zoom {

PastMeetingsApi::PastMeetingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

QCoro::Task<Result<PastMeeting>> PastMeetingsApi::latest(qint64 meeting) const
{
    Call call{.path = "/past_meetings/" + segment(meeting), .permit = {Category::Light, m_requestClass}};
    return fetch(m_channel, std::move(call), decodePastMeeting);
}

QCoro::Task<Result<PastMeeting>> PastMeetingsApi::get(QString uuid) const
{
    Call call{.path = "/past_meetings/" + uuidSegment(uuid), .permit = {Category::Light, m_requestClass}};
    return fetch(m_channel, std::move(call), decodePastMeeting);
}

QCoro::Task<Result<QList<PastInstance>>> PastMeetingsApi::instances(qint64 meeting) const
{
    Call call{.path = "/past_meetings/" + segment(meeting) + "/instances"};
    call.permit = {Category::Medium, m_requestClass};
    return fetch(m_channel, std::move(call), decodePastInstances);
}

QCoro::Task<Result<Page<Participant>>> PastMeetingsApi::participants(QString uuid, QString pageToken) const
{
    Call call{.path = "/past_meetings/" + uuidSegment(uuid) + "/participants"};
    call.query = pageQuery(pageToken);
    call.permit = {Category::Medium, m_requestClass};
    return fetch(m_channel, std::move(call), decodeParticipantPage);
}

} // namespace lectern::zoom
