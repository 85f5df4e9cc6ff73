// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/usersapi.h"

#include "zoom/endpoint.h"
#include "zoom/paging.h"

namespace lectern::zoom {

namespace {

QString nameOf(UserStatus status)
{
    switch (status) {
    case UserStatus::Inactive:
        return QStringLiteral("inactive");
    case UserStatus::Pending:
        return QStringLiteral("pending");
    case UserStatus::Active:
    case UserStatus::Unknown:
        break;
    }
    return QStringLiteral("active");
}

} // namespace

UsersApi::UsersApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

QCoro::Task<Result<Page<User>>> UsersApi::list(UserStatus status, QString pageToken) const
{
    Call call{.path = "/users", .permit = {Category::Medium, m_requestClass}};
    call.query = pageQuery(pageToken);
    call.query.append({"status", nameOf(status)});
    return fetch(m_channel, std::move(call), decodeUserPage);
}

QCoro::Task<Result<User>> UsersApi::get(QString user) const
{
    Call call{.path = "/users/" + segment(user), .permit = {Category::Light, m_requestClass}};
    return fetch(m_channel, std::move(call), decodeUser);
}

} // namespace lectern::zoom
