// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/zoomfakes.h"
#include "zoom/announcement.h"
#include "zoom/channel.h"
#include "zoom/s2scredentials.h"

#include <QTest>

#include <memory>

namespace lectern::test {

/// Real ways to a server, each with a transport and a limiter of its own.
[[nodiscard]] std::shared_ptr<zoom::Channel> channelFor(const zoom::ServerToServerApp &app);
[[nodiscard]] std::shared_ptr<zoom::Channel> channelWithJwt(
    const zoom::Announcement &sandbox, const Secret &secret);

/// Lets a call run to its end.
template <typename T>
Result<T> answer(QCoro::Task<Result<T>> task)
{
    const Outcome<Result<T>> outcome = watch(std::move(task));
    if (!QTest::qWaitFor([&outcome] { return outcome->has_value(); }, 60'000))
        return failure(ErrorCode::Timeout, QStringLiteral("the test waited in vain"));
    return **outcome;
}

template <typename T>
QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : QString(result.error().message + u' ' + result.error().detail).toUtf8();
}

} // namespace lectern::test

#define REQUIRE(result) QVERIFY2((result).has_value(), lectern::test::why(result).constData())
