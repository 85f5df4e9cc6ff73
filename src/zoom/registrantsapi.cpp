// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/registrantsapi.h"

#include "zoom/endpoint.h"
#include "zoom/paging.h"

namespace lectern::zoom {

namespace {

QString nameOf(RegistrantStatus status)
{
    switch (status) {
    case RegistrantStatus::Pending:
        return QStringLiteral("pending");
    case RegistrantStatus::Denied:
        return QStringLiteral("denied");
    case RegistrantStatus::Approved:
    case RegistrantStatus::Unknown:
        break;
    }
    return QStringLiteral("approved");
}

QByteArray registrantsPath(qint64 meeting)
{
    return "/meetings/" + segment(meeting) + "/registrants";
}

} // namespace

RegistrantsApi::RegistrantsApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

QCoro::Task<Result<Page<Registrant>>> RegistrantsApi::list(
    qint64 meeting, RegistrantStatus status, QString pageToken) const
{
    Call call{.path = registrantsPath(meeting), .permit = {Category::Medium, m_requestClass}};
    call.query = pageQuery(pageToken);
    call.query.append({"status", nameOf(status)});
    return fetch(m_channel, std::move(call), decodeRegistrantPage);
}

QCoro::Task<Result<Registrant>> RegistrantsApi::get(qint64 meeting, QString registrantId) const
{
    Call call{.path = registrantsPath(meeting) + '/' + segment(registrantId)};
    call.permit = {Category::Light, m_requestClass};
    return fetch(m_channel, std::move(call), decodeRegistrant);
}

QCoro::Task<Result<Registration>> RegistrantsApi::add(qint64 meeting, RegistrantDraft registrant) const
{
    Call call{.verb = Verb::Post, .path = registrantsPath(meeting), .body = encodeRegistrant(registrant)};
    call.permit = {Category::Light, m_requestClass};
    return fetch(m_channel, std::move(call), decodeRegistration);
}

QCoro::Task<Result<void>> RegistrantsApi::decide(
    qint64 meeting, RegistrantAction action, RegistrantRefs registrants) const
{
    Call call{.verb = Verb::Put, .path = registrantsPath(meeting) + "/status"};
    call.body = encodeRegistrantAction(action, registrants);
    call.permit = {Category::Medium, m_requestClass};
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<void>> RegistrantsApi::remove(qint64 meeting, QString registrantId) const
{
    Call call{.verb = Verb::Delete, .path = registrantsPath(meeting) + '/' + segment(registrantId)};
    call.permit = {Category::Light, m_requestClass};
    return perform(m_channel, std::move(call));
}

} // namespace lectern::zoom
