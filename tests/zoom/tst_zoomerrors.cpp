// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/errors.h"

#include "zoom/retryafter.h"

#include <QTest>

using namespace lectern;
using namespace lectern::zoom;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
const QDateTime midnight(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC);

std::optional<Error> errorFor(int status, const QByteArray &body)
{
    const Response response{.status = status, .headers = {{"x-zm-trackingid", "track-1"}}, .body = body};
    return errorOf(response, QStringLiteral("GET /x"), now);
}

QByteArray bodyOf(int code, const QByteArray &message)
{
    return R"({"code":)" + QByteArray::number(code) + R"(,"message":")" + message + "\"}";
}

} // namespace

class TestZoomErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successIsNone_data();
    void successIsNone();
    void mapsCodes_data();
    void mapsCodes();
    void namesMissingScopes();
    void namesFields();
    void keepsTheTrackingId();
    void hidesSecrets();
    void saysWhenToComeBack_data();
    void saysWhenToComeBack();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void knowsAnExpiredPage();
};

void TestZoomErrors::successIsNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing to say") << 204 << QByteArray();
    QTest::newRow("object") << 200 << QByteArray(R"({"id":1})");
    QTest::newRow("code 0") << 200 << QByteArray(R"({"code":0})");
    QTest::newRow("created") << 201 << QByteArray(R"({"id":1})");
}

void TestZoomErrors::successIsNone()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QVERIFY(!errorFor(status, body));
}

void TestZoomErrors::mapsCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code,
                         const char *says) {
        QTest::newRow(name) << status << body << code << QString::fromUtf8(says);
    };
    row("bad token", 401, bodyOf(124, "Invalid access token."), ErrorCode::Unauthorized, "credentials");
    row("bad token, 400", 400, bodyOf(124, "x"), ErrorCode::Unauthorized, "credentials");
    row("scopes, old", 400, bodyOf(4700, "x"), ErrorCode::Forbidden, "permission");
    row("gone", 404, bodyOf(3001, "Meeting does not exist: 1."), ErrorCode::NotFound, "no longer exists");
    row("gone, 400", 400, bodyOf(3001, "x"), ErrorCode::NotFound, "no longer exists");
    row("no user", 404, bodyOf(1001, "User does not exist: 1."), ErrorCode::NotFound, "host");
    row("host left", 400, bodyOf(1010, "x"), ErrorCode::NotFound, "host");
    row("webinar id", 400, bodyOf(3000, "x"), ErrorCode::Unsupported, "access");
    row("running", 400, bodyOf(3002, "x"), ErrorCode::Invalid, "running");
    row("unlicensed", 400, bodyOf(3161, "x"), ErrorCode::Forbidden, "licence");
    row("paid", 400, bodyOf(200, "Only available for paid account, x."), ErrorCode::Unsupported, "paid");
    row("200 with 200", 200, bodyOf(200, "No permission."), ErrorCode::Forbidden, "allow");
    row("200 with another", 200, bodyOf(3301, "x"), ErrorCode::NotFound, "recording");
    row("registration off", 404, bodyOf(404, "x"), ErrorCode::Invalid, "Registration");
    row("per second", 429, bodyOf(429, "maximum per-second rate limit"), ErrorCode::RateLimited, "break");
    row("unknown code", 400, bodyOf(99999, "Something new."), ErrorCode::Invalid, "Something new.");
    row("plain 401", 401, {}, ErrorCode::Unauthorized, "credentials");
    row("plain 403", 403, {}, ErrorCode::Forbidden, "administrator");
    row("plain 404", 404, {}, ErrorCode::Protocol, "server address");
    row("web page", 200, "<!DOCTYPE html><html></html>", ErrorCode::Protocol, "web page");
    row("web page 404", 404, "<html>nginx</html>", ErrorCode::Protocol, "web page");
    row("gateway", 502, "<html>Bad gateway</html>", ErrorCode::Server, "tries again");
    row("not JSON", 200, "hello", ErrorCode::Protocol, "understood");
    row("a list", 200, "[1]", ErrorCode::Protocol, "understood");
    row("redirect left over", 304, {}, ErrorCode::Protocol, "understood");
}

void TestZoomErrors::mapsCodes()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, says);
    const std::optional<Error> error = errorFor(status, body);
    QVERIFY(error);
    QCOMPARE(errorCodeName(error->code), errorCodeName(code));
    QCOMPARE(error->httpStatus, status);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
}

void TestZoomErrors::namesMissingScopes()
{
    const auto error = errorFor(
        400, bodyOf(4711, "Invalid access token, does not contain scopes:[user:read:list_users:admin]."));
    QCOMPARE(error->code, ErrorCode::Forbidden);
    QVERIFY(error->message.contains(u"user:read:list_users:admin"));
}

void TestZoomErrors::namesFields()
{
    const auto error = errorFor(400,
        R"({"code":300,"message":"Validation Failed.","errors":[{"field":"settings.jbh_time","message":"Invalid value."}]})");
    QCOMPARE(error->code, ErrorCode::Invalid);
    QCOMPARE(error->fields.size(), 1);
    QCOMPARE(error->fields.first().field, QStringLiteral("settings.jbh_time"));
    QVERIFY(error->message.contains(u"Invalid value."));
}

void TestZoomErrors::keepsTheTrackingId()
{
    const auto error = errorFor(404, bodyOf(3001, "x"));
    QVERIFY(error->detail.contains(u"track-1"));
    QVERIFY(error->detail.contains(u"GET /x"));
    QCOMPARE(error->zoomCode, 3001);
}

void TestZoomErrors::hidesSecrets()
{
    const auto error = errorFor(400, bodyOf(300, "bad link https://zoom.us/s/1?zak=host-key"));
    QVERIFY(!error->detail.contains(u"host-key"));
}

void TestZoomErrors::saysWhenToComeBack_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("per second") << QByteArray(
        "You have reached the maximum per-second rate limit for this API.")
                                << QByteArray() << now.addSecs(1);
    QTest::newRow("per day") << QByteArray("You have reached the maximum daily rate limit for this API.")
                             << QByteArray("2026-11-22T20:00:00Z") << now.addSecs(6 * 3600);
    QTest::newRow("per day, silent") << QByteArray("maximum daily rate limit") << QByteArray() << midnight;
    QTest::newRow("per host") << QByteArray(
        "You have exceeded the daily rate limit (100) of Meeting Create/Update "
        "API requests permitted for this particular user.")
                              << QByteArray() << midnight;
    QTest::newRow("write lock") << QByteArray("Too many concurrent requests.") << QByteArray()
                                << now.addSecs(1);
}

void TestZoomErrors::saysWhenToComeBack()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const QDateTime, expected);
    const Response response{
        .status = 429, .headers = {{"Retry-After", retryAfter}}, .body = bodyOf(429, message)};
    const std::optional<Error> error = errorOf(response, QStringLiteral("GET /x"), now);
    QCOMPARE(error->code, ErrorCode::RateLimited);
    QCOMPARE(error->retryAfter, expected);
}

void TestZoomErrors::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("seconds") << QByteArray("120") << now.addSecs(120);
    QTest::newRow("negative") << QByteArray("-1") << QDateTime();
    QTest::newRow("ISO") << QByteArray("2025-01-20T00:00:00Z")
                         << QDateTime(QDate(2025, 1, 20), QTime(0, 0), Qt::UTC);
    QTest::newRow("ISO with offset") << QByteArray("2025-01-20T02:00:00+02:00")
                                     << QDateTime(QDate(2025, 1, 20), QTime(0, 0), Qt::UTC);
    QTest::newRow("HTTP date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")
                               << QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("next century") << QByteArray("2126-01-20T00:00:00Z") << now.addDays(1);
    QTest::newRow("nothing") << QByteArray() << QDateTime();
    QTest::newRow("words") << QByteArray("soon") << QDateTime();
}

void TestZoomErrors::readsRetryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QDateTime, expected);
    QCOMPARE(parseRetryAfter(value, now), expected);
}

void TestZoomErrors::knowsAnExpiredPage()
{
    QVERIFY(isExpiredPageToken(*errorFor(400, bodyOf(300, "The next page token is invalid or expired."))));
    QVERIFY(!isExpiredPageToken(*errorFor(400, bodyOf(300, "Validation Failed."))));
}

QTEST_GUILESS_MAIN(TestZoomErrors)
#include "tst_zoomerrors.moc"
