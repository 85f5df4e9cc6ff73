// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/router.h"

#include "relay/serve/replies.h"

namespace lectern::relay {
namespace {

using boost::asio::awaitable;

awaitable<http::Reply> answer(http::Reply reply)
{
    co_return std::move(reply);
}

std::string namesOf(const auto &methods)
{
    std::string names;
    for (const auto &[name, handler] : methods)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

} // namespace

void Router::add(const std::string &method, const std::string &path, Handler handler)
{
    m_paths[path][method] = std::move(handler);
}

awaitable<http::Reply> Router::handle(const http::Request &request) const
{
    const auto path = m_paths.find(request.path);
    if (path == m_paths.end())
        return answer(errorReply(404, "not-found", "There is nothing here."));
    const auto method = path->second.find(request.method == "HEAD" ? "GET" : request.method);
    if (method != path->second.end())
        return method->second(request);
    http::Reply reply = errorReply(405, "method", "This path has other methods.");
    reply.headers.add("Allow", namesOf(path->second));
    return answer(std::move(reply));
}

} // namespace lectern::relay
