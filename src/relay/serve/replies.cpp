// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/replies.h"

namespace lectern::relay {

http::Reply errorReply(int status, const std::string &word, const std::string &message)
{
    http::Reply reply = jsonReply(R"({"error":")" + word + R"(","message":")" + message + "\"}");
    reply.status = status;
    return reply;
}

http::Reply jsonReply(std::string json)
{
    http::Reply reply;
    reply.headers.add("Content-Type", "application/json");
    reply.body = std::move(json);
    return reply;
}

http::Reply emptyReply(int status)
{
    http::Reply reply;
    reply.status = status;
    return reply;
}

} // namespace lectern::relay
