// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/user.h"

namespace lectern::zoom {

/// `/users`. A light handle; copies share the channel.
class UsersApi
{
public:
    UsersApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// One page of the account's users of a status (Active, Inactive or Pending). See walkPages().
    [[nodiscard]] QCoro::Task<Result<Page<User>>> list(UserStatus status, QString pageToken) const;
    /// By id, e-mail or `me`.
    [[nodiscard]] QCoro::Task<Result<User>> get(QString user) const;

private:
    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
