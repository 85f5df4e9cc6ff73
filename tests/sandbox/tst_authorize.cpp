// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "http/encoding.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace lectern;
using namespace lectern::sandbox;
using namespace Qt::StringLiterals;

/// A browser and the app behind it.
class App
{
public:
    App() { challenge = http::base64UrlEncode(http::sha256(verifier)); }

    [[nodiscard]] std::string query(const std::map<std::string, std::string> &changes = {}) const
    {
        std::map<std::string, std::string> parameters{{"response_type", "code"},
            {"client_id", client.world.account.publicClientId}, {"redirect_uri", redirect}, {"state", "s t"},
            {"code_challenge", challenge}, {"code_challenge_method", "S256"}};
        for (const auto &[name, value] : changes)
            parameters[name] = value;
        std::string text;
        for (const auto &[name, value] : parameters)
            if (!value.empty())
                text += (text.empty() ? "" : "&") + name + "=" + http::percentEncode(value);
        return text;
    }

    http::Reply authorize(const char *method, const std::string &rawQuery, const std::string &form = {})
    {
        http::Request request;
        request.method = method;
        request.path = "/oauth/authorize";
        request.rawQuery = rawQuery;
        request.query = http::Parameters::parse(rawQuery);
        request.body = form;
        return client.send(request).reply;
    }

    static QUrlQuery back(const http::Reply &reply)
    {
        const std::string location(reply.headers.find("Location").value_or(""));
        return QUrlQuery(QUrl(QString::fromStdString(location)));
    }

    std::string code()
    {
        const auto reply = authorize("POST", query(), "email=maria%40school.example");
        return back(reply).queryItemValue(u"code"_s).toStdString();
    }

    Answer token(const std::string &form)
    {
        http::Request request;
        request.method = "POST";
        request.path = "/oauth/token";
        request.body = form + "&client_id=" + client.world.account.publicClientId;
        return client.send(request);
    }

    Answer redeem(const std::string &code, const std::string &proof)
    {
        return token("grant_type=authorization_code&code=" + code
            + "&redirect_uri=" + http::percentEncode(redirect) + "&code_verifier=" + proof);
    }

    Client client;
    std::string redirect = "http://127.0.0.1:7777/signed-in";
    std::string verifier = std::string(43, 'v');
    std::string challenge;
};

class tst_Authorize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksThePerson();
    void refusesOnThePage_data();
    void refusesOnThePage();
    void tellsTheApp_data();
    void tellsTheApp();
    void signsIn();
    void codesAreGoodOnce();
    void refreshTokensRotate();
};

void tst_Authorize::asksThePerson()
{
    App app;
    const auto reply = app.authorize("GET", app.query());
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.find("Allow") != std::string::npos);
    QVERIFY(reply.body.find("Decline") != std::string::npos);
    const auto stranger = app.authorize("POST", app.query(), "email=nobody%40x.example");
    QCOMPARE(stranger.status, 200);
    QVERIFY(stranger.body.find("no such user") != std::string::npos);
}

void tst_Authorize::refusesOnThePage_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("client") << QByteArray("client_id") << QByteArray("somebody");
    QTest::newRow("redirect elsewhere") << QByteArray("redirect_uri") << QByteArray("https://evil.example/");
    QTest::newRow("looks like loopback")
        << QByteArray("redirect_uri") << QByteArray("http://127.0.0.1.evil.example/");
    QTest::newRow("no redirect") << QByteArray("redirect_uri") << QByteArray();
}

void tst_Authorize::refusesOnThePage()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    App app;
    const std::string query = app.query({{name.toStdString(), value.toStdString()}});
    for (const char *method : {"GET", "POST"}) {
        const auto reply = app.authorize(method, query, "email=maria%40school.example");
        QCOMPARE(reply.status, 400);
        QVERIFY(!reply.headers.contains("Location"));
    }
}

void tst_Authorize::tellsTheApp_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("other response") << QByteArray("response_type") << QByteArray("token")
                                    << QByteArray("unsupported_response_type");
    QTest::newRow("scope") << QByteArray("scope") << QByteArray("meeting:read")
                           << QByteArray("invalid_scope");
    QTest::newRow("public without challenge")
        << QByteArray("code_challenge") << QByteArray() << QByteArray("invalid_request");
    QTest::newRow("unknown method") << QByteArray("code_challenge_method") << QByteArray("S512")
                                    << QByteArray("invalid_request");
    QTest::newRow("declined") << QByteArray("decline") << QByteArray("1") << QByteArray("access_denied");
}

void tst_Authorize::tellsTheApp()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, error);
    App app;
    const auto reply = app.authorize("POST", app.query({{name.toStdString(), value.toStdString()}}));
    QCOMPARE(reply.status, 302);
    QCOMPARE(App::back(reply).queryItemValue(u"error"_s).toUtf8(), error);
    QCOMPARE(App::back(reply).queryItemValue(u"state"_s, QUrl::FullyDecoded), u"s t"_s);
}

void tst_Authorize::signsIn()
{
    App app;
    const Answer answer = app.redeem(app.code(), app.verifier);
    QCOMPARE(answer.status, 200);
    const std::string token = answer.body["access_token"];
    const Answer me = app.client.askAs(token, "GET", "/v2/users/me");
    COMPARE_JSON(me.body["email"], "maria@school.example");
}

void tst_Authorize::codesAreGoodOnce()
{
    App app;
    const std::string code = app.code();
    QCOMPARE(app.redeem(code, std::string(43, 'w')).body["error"].get<std::string>(), "invalid_grant");
    QVERIFY2(app.redeem(code, app.verifier).status == 400, "a failed try uses it up, too");
    const std::string late = app.code();
    app.client.world.clock.advance(std::chrono::minutes{5});
    QCOMPARE(app.redeem(late, app.verifier).status, 400);
}

void tst_Authorize::refreshTokensRotate()
{
    App app;
    const std::string first = app.redeem(app.code(), app.verifier).body["refresh_token"];
    const Answer renewed = app.token("grant_type=refresh_token&refresh_token=" + first);
    QCOMPARE(renewed.status, 200);
    QVERIFY(renewed.body["refresh_token"] != first);
    QCOMPARE(app.token("grant_type=refresh_token&refresh_token=" + first).status, 400);
}

QTEST_APPLESS_MAIN(tst_Authorize)
#include "tst_authorize.moc"
