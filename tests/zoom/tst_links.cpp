// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/links.h"

#include "zoom/hosts.h"

#include <QTest>

using namespace lectern::zoom;

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data();
    void joins();
    void starts_data();
    void starts();
    void knowsZoomsHosts_data();
    void knowsZoomsHosts();
};

void TestLinks::joins_data()
{
    QTest::addColumn<QByteArray>("web");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("app"); // empty: none
    QTest::newRow("plain") << QByteArray("https://zoom.us/j/85746065432") << QString()
                           << QByteArray("zoommtg://zoom.us/join?action=join&confno=85746065432&zc=0");
    QTest::newRow("passcode") << QByteArray("https://us02web.zoom.us/j/85746065432?pwd=aB3.1") << QString()
                              << QByteArray(
                                     "zoommtg://zoom.us/join?action=join&confno=85746065432&pwd=aB3.1&zc=0");
    QTest::newRow("registrant") << QByteArray("https://zoom.us/w/85746065432?tk=t-1.x&pwd=p")
                                << QStringLiteral("Tom & Ann")
                                << QByteArray(
                                       "zoommtg://zoom.us/join?action=join&confno=85746065432&pwd=p&tk=t-1.x"
                                       "&uname=Tom%20%26%20Ann&zc=0");
    QTest::newRow("personal link") << QByteArray("https://zoom.us/my/tom") << QString() << QByteArray();
    QTest::newRow("registration") << QByteArray("https://zoom.us/meeting/register/abc") << QString()
                                  << QByteArray();
    QTest::newRow("demo") << QByteArray("http://127.0.0.1:8080/j/85746065432") << QString() << QByteArray();
    QTest::newRow("look-alike") << QByteArray("https://zoom.us.evil.example/j/85746065432") << QString()
                                << QByteArray();
    QTest::newRow("not secure") << QByteArray("http://zoom.us/j/85746065432") << QString() << QByteArray();
    QTest::newRow("no number") << QByteArray("https://zoom.us/j/abc") << QString() << QByteArray();
}

void TestLinks::joins()
{
    QFETCH(const QByteArray, web);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, app);
    const std::optional<QUrl> link = joinInApp(QUrl::fromEncoded(web), name);
    QCOMPARE(link ? link->toEncoded() : QByteArray(), app);
}

void TestLinks::starts_data()
{
    QTest::addColumn<QByteArray>("web");
    QTest::addColumn<QByteArray>("app"); // empty: none
    QTest::newRow("start") << QByteArray("https://zoom.us/s/85746065432?zak=eyJ.a-b_c")
                           << QByteArray(
                                  "zoommtg://zoom.us/start?action=start&confno=85746065432&zak=eyJ.a-b_c");
    QTest::newRow("without key") << QByteArray("https://zoom.us/s/85746065432") << QByteArray();
    QTest::newRow("join link") << QByteArray("https://zoom.us/j/85746065432?zak=x") << QByteArray();
    QTest::newRow("demo") << QByteArray("http://127.0.0.1:8080/s/85746065432?zak=x") << QByteArray();
}

void TestLinks::starts()
{
    QFETCH(const QByteArray, web);
    QFETCH(const QByteArray, app);
    const std::optional<QUrl> link = startInApp(QUrl::fromEncoded(web));
    QCOMPARE(link ? link->toEncoded() : QByteArray(), app);
}

void TestLinks::knowsZoomsHosts_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("isZoom");
    QTest::newRow("zoom.us") << QByteArray("https://zoom.us/") << true;
    QTest::newRow("below") << QByteArray("https://school.zoom.us/") << true;
    QTest::newRow("capitals") << QByteArray("https://School.ZOOM.us/") << true;
    QTest::newRow("prefix") << QByteArray("https://notzoom.us/") << false;
    QTest::newRow("suffix") << QByteArray("https://zoom.us.example/") << false;
    QTest::newRow("user info") << QByteArray("https://zoom.us@evil.example/") << false;
}

void TestLinks::knowsZoomsHosts()
{
    QFETCH(const QByteArray, url);
    QFETCH(const bool, isZoom);
    QCOMPARE(isZoomHost(QUrl::fromEncoded(url)), isZoom);
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
