// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/trackingfield.h"

namespace lectern::zoom {

/// `/tracking_fields` (Business plans and above). A light handle; copies share the channel.
class TrackingFieldsApi
{
public:
    TrackingFieldsApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// All of them: the list has no pages.
    [[nodiscard]] QCoro::Task<Result<QList<TrackingField>>> list() const;
    /// The id of `field` is not sent; the answer has the new one.
    [[nodiscard]] QCoro::Task<Result<TrackingField>> create(TrackingField field) const;

private:
    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
