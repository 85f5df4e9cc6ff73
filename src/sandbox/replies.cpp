// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"

namespace lectern::sandbox {

http::Reply jsonReply(int status, const json &body)
{
    http::Reply reply;
    reply.status = status;
    reply.headers.set("Content-Type", "application/json;charset=UTF-8");
    reply.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    return reply;
}

http::Reply emptyReply()
{
    http::Reply reply;
    reply.status = 204;
    return reply;
}

http::Reply zoomError(int status, int code, const std::string &message, const std::vector<FieldError> &fields)
{
    json body{{"code", code}, {"message", message}};
    for (const FieldError &field : fields)
        body["errors"].push_back({{"field", field.field}, {"message", field.message}});
    return jsonReply(status, body);
}

http::Reply validationFailed(const std::vector<FieldError> &fields)
{
    return zoomError(400, 300, "Validation Failed.", fields);
}

http::Reply noSuchMeeting(const std::string &id)
{
    return zoomError(404, 3001, "Meeting does not exist: " + id + ".");
}

http::Reply noSuchUser(const std::string &id)
{
    return zoomError(404, 1001, "User does not exist: " + id + ".");
}

} // namespace lectern::sandbox
