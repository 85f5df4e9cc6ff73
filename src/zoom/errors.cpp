// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/errors.h"

#include "core/logging.h"
#include "zoom/errorbody.h"
#include "zoom/retryafter.h"
#include "zoom/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace lectern::zoom {

namespace {

using namespace Qt::StringLiterals;

/// What one of Zoom's codes means to Lectern and to the person.
struct Meaning
{
    int zoomCode;
    ErrorCode code;
    QString (*message)();
};

constexpr std::array meanings{
    Meaning{124, ErrorCode::Unauthorized, Text::credentialsRefused},
    Meaning{303, ErrorCode::Unsupported, Text::wrongMeetingType},
    Meaning{404, ErrorCode::Invalid, Text::registrationOff},
    Meaning{409, ErrorCode::Conflict, Text::alreadyExists},
    Meaning{1001, ErrorCode::NotFound, Text::userGone},
    Meaning{1010, ErrorCode::NotFound, Text::userGone},
    Meaning{1120, ErrorCode::NotFound, Text::userGone},
    Meaning{3000, ErrorCode::Unsupported, Text::meetingNotAccessible},
    Meaning{3001, ErrorCode::NotFound, Text::meetingGone},
    Meaning{3002, ErrorCode::Invalid, Text::meetingInProgress},
    Meaning{3003, ErrorCode::Forbidden, Text::notTheHost},
    Meaning{3007, ErrorCode::Invalid, Text::meetingEnded},
    Meaning{3018, ErrorCode::Unsupported, Text::personalRoomStays},
    Meaning{3027, ErrorCode::Invalid, Text::hostCannotRegister},
    Meaning{3034, ErrorCode::Forbidden, Text::notAllowed},
    Meaning{3035, ErrorCode::Invalid, Text::registrationFull},
    Meaning{3037, ErrorCode::Unsupported, Text::wrongMeetingType},
    Meaning{3038, ErrorCode::Invalid, Text::meetingOver},
    Meaning{3043, ErrorCode::Invalid, Text::registrationFull},
    Meaning{3063, ErrorCode::Unsupported, Text::onPremises},
    Meaning{3161, ErrorCode::Forbidden, Text::mayNotHost},
    Meaning{3301, ErrorCode::NotFound, Text::noRecording},
    Meaning{3303, ErrorCode::Invalid, Text::recordingUnfinished},
    Meaning{3309, ErrorCode::Unsupported, Text::noCloudStorage},
    Meaning{3332, ErrorCode::Forbidden, Text::recordingInUse},
    Meaning{12702, ErrorCode::Unsupported, Text::tooLongAgo},
};

constexpr std::array oauthMeanings{
    Meaning{4702, ErrorCode::Unauthorized, Text::unknownClient},
    Meaning{4704, ErrorCode::Unauthorized, Text::unknownClient},
    Meaning{4705, ErrorCode::Unauthorized, Text::wrongAppKind},
    Meaning{4706, ErrorCode::Unauthorized, Text::incompleteCredentials},
    Meaning{4709, ErrorCode::Unauthorized, Text::redirectNotRegistered},
    Meaning{4717, ErrorCode::Unauthorized, Text::appDisabled},
    Meaning{4733, ErrorCode::Unauthorized, Text::signInAgain},
    Meaning{4734, ErrorCode::Unauthorized, Text::signInAgain},
    Meaning{4735, ErrorCode::Unauthorized, Text::ownerGone},
    Meaning{4737, ErrorCode::Unauthorized, Text::authorizationGone},
    Meaning{4738, ErrorCode::Unauthorized, Text::appDisabled},
    Meaning{4741, ErrorCode::Unauthorized, Text::authorizationGone},
};

/// What Zoom names the requests of which it takes three a day of one person.
constexpr QStringView registrations = u"registrant";

template <std::size_t N>
const Meaning *meaningOf(const std::array<Meaning, N> &table, int zoomCode)
{
    const auto found = std::ranges::find(table, zoomCode, &Meaning::zoomCode);
    return found == table.end() ? nullptr : &*found;
}

/// Operation, status, code, Zoom's own words and its tracking id, for logs and reports.
QString detailOf(const Response &response, const QString &operation, int zoomCode, const QString &words)
{
    QString detail = u"%1: HTTP %2"_s.arg(operation).arg(response.status);
    if (zoomCode != 0)
        detail += u", code %1"_s.arg(zoomCode);
    if (!words.isEmpty())
        detail += u", \"%1\""_s.arg(redacted(words));
    const QByteArray trackingId = response.header("x-zm-trackingid");
    if (!trackingId.isEmpty())
        detail += u", tracking id %1"_s.arg(QString::fromLatin1(trackingId));
    return detail;
}

bool isPage(const Response &response)
{
    return response.header("content-type").contains("text/html") || response.body.trimmed().startsWith('<');
}

void describeScopes(Error &error, const QString &words)
{
    static const QRegularExpression list(u"\\[([^\\]]*)\\]"_s);
    error.code = ErrorCode::Forbidden;
    error.message = Text::missingScopes(list.match(words).captured(1));
}

void describeRefusal(Error &error, const QString &words)
{
    const bool needsPlan = words.contains(u"paid"_s, Qt::CaseInsensitive)
        || words.contains(u"plan"_s, Qt::CaseInsensitive) || words.contains(u"licen"_s, Qt::CaseInsensitive);
    error.code = needsPlan ? ErrorCode::Unsupported : ErrorCode::Forbidden;
    error.message = needsPlan ? Text::paidPlanNeeded() : Text::notAllowed();
}

void describeInvalid(Error &error, const ErrorBody &body)
{
    error.code = ErrorCode::Invalid;
    error.fields = body.fields;
    error.message = Text::refusedInput(body.fields.isEmpty() ? body.message : body.fields.first().message);
}

void describeLimit(Error &error, const Response &response, const QString &words, const QDateTime &now)
{
    error.code = ErrorCode::RateLimited;
    error.message = Text::tooManyRequests();
    error.retryAfter = parseRetryAfter(response.header("retry-after"), now);
    if (words.contains(u"daily"_s)) {
        const bool isHostLimit = words.contains(u"this particular user"_s);
        error.message = words.contains(registrations) ? Text::registrantLimitReached()
            : isHostLimit                             ? Text::hostLimitReached()
                                                      : Text::dailyLimitReached();
        if (!error.retryAfter.isValid())
            error.retryAfter = nextMidnightUtc(now);
    }
    if (!error.retryAfter.isValid())
        error.retryAfter = now.addSecs(1);
}

void describeStatus(Error &error, const Response &response, const ErrorBody &body, const QDateTime &now)
{
    const int status = response.status;
    if (status == 401) {
        error.code = ErrorCode::Unauthorized;
        error.message = Text::credentialsRefused();
    } else if (status == 403) {
        error.code = ErrorCode::Forbidden;
        error.message = Text::notAllowed();
    } else if (status == 404 || status == 405) {
        error.message = isPage(response) ? Text::webPage() : Text::unknownAddress();
    } else if (status == 408) {
        error.code = ErrorCode::Timeout;
        error.message = Text::serverTrouble();
    } else if (status >= 500) {
        error.code = ErrorCode::Server;
        error.message = Text::serverTrouble();
        error.retryAfter = parseRetryAfter(response.header("retry-after"), now);
    } else if (status >= 400 && !isPage(response)) {
        describeInvalid(error, body);
    } else {
        error.message = isPage(response) ? Text::webPage() : Text::unreadableAnswer();
    }
}

Error describe(
    const Response &response, const QString &operation, const ErrorBody &body, const QDateTime &now)
{
    Error error{.code = ErrorCode::Protocol,
        .message = {},
        .detail = detailOf(response, operation, body.code, body.message),
        .httpStatus = response.status,
        .zoomCode = body.code};
    if (response.status == 429 || body.code == 429) {
        describeLimit(error, response, body.message, now);
    } else if (body.code == 4700 || body.code == 4711) {
        describeScopes(error, body.message);
    } else if (body.code == 200) {
        describeRefusal(error, body.message);
    } else if (const Meaning *meaning = meaningOf(meanings, body.code)) {
        error.code = meaning->code;
        error.message = meaning->message();
    } else if (body.code == 300 || (response.status >= 200 && response.status < 300)) {
        describeInvalid(error, body);
    } else {
        describeStatus(error, response, body, now);
    }
    return error;
}

bool isSuccess(const Response &response)
{
    return response.status >= 200 && response.status < 300;
}

const Meaning &oauthMeaningOf(const OAuthErrorBody &body)
{
    if (const Meaning *meaning = meaningOf(oauthMeanings, body.code))
        return *meaning;
    static constexpr Meaning client{0, ErrorCode::Unauthorized, Text::unknownClient};
    static constexpr Meaning kind{0, ErrorCode::Unauthorized, Text::wrongAppKind};
    static constexpr Meaning grant{0, ErrorCode::Unauthorized, Text::signInAgain};
    static constexpr Meaning account{0, ErrorCode::Unauthorized, Text::unknownAccount};
    static constexpr Meaning other{0, ErrorCode::Unauthorized, Text::credentialsRefused};
    if (body.error == u"invalid_client"_s)
        return client;
    if (body.error == u"unsupported_grant_type"_s || body.error == u"unauthorized_client"_s)
        return kind;
    if (body.error == u"invalid_grant"_s)
        return grant;
    return body.error == u"invalid_request"_s ? account : other;
}

} // namespace

std::optional<Error> errorOf(const Response &response, const QString &operation, const QDateTime &now)
{
    if (isSuccess(response) && response.body.isEmpty())
        return {};
    const std::optional<ErrorBody> body = readErrorBody(response.body);
    if (isSuccess(response) && body && body->code == 0)
        return {};
    if (isSuccess(response) && !body)
        return notJson(response, operation);
    return describe(response, operation, body.value_or(ErrorBody()), now);
}

std::optional<Error> oauthErrorOf(const Response &response, const QString &operation, const QDateTime &now)
{
    const std::optional<OAuthErrorBody> body = readOAuthErrorBody(response.body);
    if (isSuccess(response))
        return body ? std::nullopt : std::optional(notJson(response, operation));
    if (!body || response.status == 429 || response.status >= 500)
        return describe(response, operation, readErrorBody(response.body).value_or(ErrorBody()), now);
    const Meaning &meaning = oauthMeaningOf(*body);
    return Error{.code = meaning.code,
        .message = meaning.message(),
        .detail = detailOf(response, operation, body->code, body->reason),
        .httpStatus = response.status,
        .zoomCode = body->code};
}

Error notJson(const Response &response, const QString &operation)
{
    return Error{.code = ErrorCode::Protocol,
        .message = isPage(response) ? Text::webPage() : Text::unreadableAnswer(),
        .detail = detailOf(response, operation, 0, u"not a JSON object"_s),
        .httpStatus = response.status};
}

bool isExpiredPageToken(const Error &error)
{
    return error.zoomCode == 300 && error.detail.contains(u"next page token"_s, Qt::CaseInsensitive);
}

bool isMeetingGone(const Error &error)
{
    return error.code == ErrorCode::NotFound && error.zoomCode == 3001;
}

bool isHostLimit(const Error &error)
{
    return error.code == ErrorCode::RateLimited && error.detail.contains(u"this particular user"_s);
}

bool isRegistrantLimit(const Error &error)
{
    return error.code == ErrorCode::RateLimited && error.detail.contains(registrations)
        && error.detail.contains(u"daily"_s);
}

bool isUserGone(const Error &error)
{
    return error.code == ErrorCode::NotFound
        && (error.zoomCode == 1001 || error.zoomCode == 1010 || error.zoomCode == 1120);
}

} // namespace lectern::zoom
