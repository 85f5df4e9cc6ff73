// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/registrant.h"

namespace lectern::zoom {

/// `/meetings/{id}/registrants`. A light handle; copies share the channel.
class RegistrantsApi
{
public:
    RegistrantsApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// One page of the registrants of one status: a whole list takes a walk for each. See walkPages().
    [[nodiscard]] QCoro::Task<Result<Page<Registrant>>> list(
        qint64 meeting, RegistrantStatus status, QString pageToken) const;
    [[nodiscard]] QCoro::Task<Result<Registrant>> get(qint64 meeting, QString registrantId) const;
    /// Zoom takes three registrations a day of one e-mail for one meeting.
    [[nodiscard]] QCoro::Task<Result<Registration>> add(qint64 meeting, RegistrantDraft registrant) const;
    /// Up to 30 at once.
    [[nodiscard]] QCoro::Task<Result<void>> decide(
        qint64 meeting, RegistrantAction action, RegistrantRefs registrants) const;
    [[nodiscard]] QCoro::Task<Result<void>> remove(qint64 meeting, QString registrantId) const;

private:
    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
