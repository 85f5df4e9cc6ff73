// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/trackingfieldsapi.h"

#include "zoom/endpoint.h"

namespace lectern::zoom {

TrackingFieldsApi::TrackingFieldsApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

QCoro::Task<Result<QList<TrackingField>>> TrackingFieldsApi::list() const
{
    Call call{.path = "/tracking_fields", .permit = {Category::Medium, m_requestClass}};
    return fetch(m_channel, std::move(call), decodeTrackingFields);
}

QCoro::Task<Result<TrackingField>> TrackingFieldsApi::create(TrackingField field) const
{
    Call call{.verb = Verb::Post, .path = "/tracking_fields", .body = encodeTrackingField(field)};
    call.permit = {Category::Light, m_requestClass};
    return fetch(m_channel, std::move(call), decodeTrackingField);
}

} // namespace lectern::zoom
