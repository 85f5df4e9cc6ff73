// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QRegularExpression>
#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lectern::ErrorCode)

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryable_data();
    void retryable();
    void failureCarriesWords();
};

void TestError::retryable_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("retryable");

    QTest::newRow("network") << ErrorCode::Network << true;
    QTest::newRow("timeout") << ErrorCode::Timeout << true;
    QTest::newRow("tls") << ErrorCode::Tls << false;
    QTest::newRow("unauthorized") << ErrorCode::Unauthorized << false;
    QTest::newRow("forbidden") << ErrorCode::Forbidden << false;
    QTest::newRow("not-found") << ErrorCode::NotFound << false;
    QTest::newRow("conflict") << ErrorCode::Conflict << false;
    QTest::newRow("invalid") << ErrorCode::Invalid << false;
    QTest::newRow("rate-limited") << ErrorCode::RateLimited << true;
    QTest::newRow("protocol") << ErrorCode::Protocol << false;
    QTest::newRow("server") << ErrorCode::Server << true;
    QTest::newRow("storage") << ErrorCode::Storage << false;
    QTest::newRow("keyring") << ErrorCode::Keyring << false;
    QTest::newRow("cancelled") << ErrorCode::Cancelled << false;
    QTest::newRow("unsupported") << ErrorCode::Unsupported << false;
}

void TestError::retryable()
{
    QFETCH(const ErrorCode, code);

    const Error error{.code = code, .message = u"What happened."_s};
    QTEST(error.isRetryable(), "retryable");
    QCOMPARE(errorCodeName(code), QString::fromLatin1(QTest::currentDataTag()));
}

void TestError::failureCarriesWords()
{
    const Result<int> result = failure(ErrorCode::Storage, u"The disk is full."_s, u"ENOSPC"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Storage);
    QCOMPARE(result.error().message, u"The disk is full."_s);
    QCOMPARE(result.error().detail, u"ENOSPC"_s);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY(!result.error().retryAfter.isValid());
    QVERIFY(result.error().fields.isEmpty());
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
