// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/router.h"

#include <expected>
#include <functional>
#include <string>
#include <utility>
#include <vector>

/// The shapes of Zoom's answers: every handler answers through these.
namespace lectern::sandbox {

/// A value, or the answer that says why there is none.
template <typename T>
using Found = std::expected<T, http::Reply>;

[[nodiscard]] http::Reply jsonReply(int status, const json &body);
/// 204.
[[nodiscard]] http::Reply emptyReply();

struct FieldError
{
    std::string field;
    std::string message;
};
/// {"code", "message", "errors"}; `errors` only where there are some.
[[nodiscard]] http::Reply zoomError(
    int status, int code, const std::string &message, const std::vector<FieldError> &fields = {});
/// 400 with code 300, "Validation Failed.".
[[nodiscard]] http::Reply validationFailed(const std::vector<FieldError> &fields);
/// 404 with code 3001.
[[nodiscard]] http::Reply noSuchMeeting(const std::string &id);
/// 404 with code 1001.
[[nodiscard]] http::Reply noSuchUser(const std::string &id);

/// The user a path names by id, e-mail or "me"; or 404/1001. "me" is the token's user, the account's
/// owner where the token is the account's.
[[nodiscard]] Found<json *> userOf(World &world, const Call &call, std::string_view name = "userId");
/// The alive meeting a path names by id or instance UUID; 404/3001, or 400/3000 for a webinar's id.
[[nodiscard]] Found<MeetingState *> meetingOf(
    World &world, const Call &call, std::string_view name = "meetingId");
[[nodiscard]] Found<MeetingState *> webinarOf(
    World &world, const Call &call, std::string_view name = "webinarId");
/// Either, by id or UUID.
[[nodiscard]] Found<MeetingState *> meetingOrWebinarOf(World &world, const Call &call);
/// {operator, operator_id} of an event: the token's user, the account's owner where it is the account's.
[[nodiscard]] json operatorOf(const World &world, const Call &call);
/// A parameter that may be a UUID, decoded as Zoom does: a second time where it still holds escapes, and
/// not at all usable (empty) where it begins with a slash or holds two and was encoded only once.
[[nodiscard]] std::string uuidParameter(const Call &call, std::string_view name);

/// Whether page_number is understood beside next_page_token.
enum class Paging { TokenOnly, NumberToo };
/// Answers one page of \a total rows; \a row makes the n-th and is called only for those sent. \a extra
/// holds further members of the answer.
[[nodiscard]] http::Reply pagedReply(World &world, const Call &call, Paging paging, const std::string &key,
    std::size_t total, const std::function<json(std::size_t)> &row, json extra = json::object());

} // namespace lectern::sandbox
