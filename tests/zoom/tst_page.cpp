// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/page.h"

#include "support/zoomfakes.h"

#include <QStringList>
#include <QTest>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;

namespace {

using IntPage = Page<int>;

QCoro::Task<Result<IntPage>> ready(Result<IntPage> page)
{
    co_return page;
}

Result<IntPage> expired()
{
    return std::unexpected(Error{.code = ErrorCode::Invalid,
        .message = {},
        .detail = QStringLiteral("The next page token is invalid or expired."),
        .zoomCode = 300});
}

/// Three pages of one number each.
Result<IntPage> pageAt(const QString &token)
{
    const int number = token.isEmpty() ? 1 : token.toInt();
    return IntPage{.items = {number}, .nextToken = number < 3 ? QString::number(number + 1) : QString()};
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksAllPages();
    void stopsOnRequest();
    void passesErrorsOn();
    void startsAgainOnce_data();
    void startsAgainOnce();
};

void TestPage::walksAllPages()
{
    QList<int> seen;
    const auto outcome = watch(walkPages<int>([](const QString &token) { return ready(pageAt(token)); },
        [&seen](const IntPage &page) {
            seen += page.items;
            return Walk::Continue;
        }));
    QVERIFY(outcome->value());
    QCOMPARE(seen, (QList<int>{1, 2, 3}));
}

void TestPage::stopsOnRequest()
{
    QStringList asked;
    const auto outcome = watch(walkPages<int>(
        [&asked](const QString &token) {
            asked.append(token);
            return ready(pageAt(token));
        },
        [](const IntPage &page) { return page.items.first() == 2 ? Walk::Stop : Walk::Continue; }));
    QVERIFY(outcome->value());
    QCOMPARE(asked, (QStringList{QString(), QStringLiteral("2")}));
}

void TestPage::passesErrorsOn()
{
    const auto outcome = watch(walkPages<int>(
        [](const QString &) { return ready(failure(ErrorCode::Network, QStringLiteral("down"))); },
        [](const IntPage &) { return Walk::Continue; }));
    QCOMPARE(outcome->value().error().code, ErrorCode::Network);
}

void TestPage::startsAgainOnce_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("once") << 1 << true;
    QTest::newRow("twice") << 2 << false;
}

void TestPage::startsAgainOnce()
{
    QFETCH(int, failures);
    QFETCH(const bool, succeeds);
    QList<int> seen;
    const auto outcome = watch(walkPages<int>(
        [&failures](const QString &token) {
            const bool fails = token == u"3" && failures-- > 0;
            return ready(fails ? expired() : pageAt(token));
        },
        [&seen](const IntPage &page) {
            seen += page.items;
            return Walk::Continue;
        }));
    QCOMPARE(outcome->value().has_value(), succeeds);
    QCOMPARE(seen, succeeds ? (QList<int>{1, 2, 1, 2, 3}) : (QList<int>{1, 2, 1, 2}));
}

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
