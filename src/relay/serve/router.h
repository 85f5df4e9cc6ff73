// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

#include <map>
#include <string>

namespace lectern::relay {

/// Which handler answers which request, by exact method and path.
class Router
{
public:
    using Handler = http::Server::AsyncHandler;

    void add(const std::string &method, const std::string &path, Handler handler);

    /// 404 for a path nobody has, 405 for a method it has not.
    [[nodiscard]] boost::asio::awaitable<http::Reply> handle(const http::Request &request) const;

private:
    using Methods = std::map<std::string, Handler, std::less<>>;

    std::map<std::string, Methods, std::less<>> m_paths;
};

} // namespace lectern::relay
