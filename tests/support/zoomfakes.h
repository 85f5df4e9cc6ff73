// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "zoom/credentials.h"
#include "zoom/oneshot.h"
#include "zoom/timers.h"
#include "zoom/transport.h"

#include <QList>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace lectern::test {

/// A clock that stands still until it is moved, and the timers that go by it.
class FakeTime final : public Clock, public zoom::Timers
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }

    void after(std::chrono::milliseconds delay, std::function<void()> callback) override
    {
        m_timers.push_back({m_now.addMSecs(delay.count()), std::move(callback)});
    }

    /// Moves the clock, stopping at every timer that is due on the way.
    void advance(std::chrono::milliseconds span)
    {
        const QDateTime target = m_now.addMSecs(span.count());
        while (true) {
            const auto next = std::ranges::min_element(m_timers, {}, &Timer::due);
            if (next == m_timers.end() || next->due > target)
                break;
            m_now = std::max(m_now, next->due);
            const std::function<void()> callback = std::move(next->callback);
            m_timers.erase(next);
            callback();
        }
        m_now = target;
    }

    [[nodiscard]] std::size_t pendingTimers() const { return m_timers.size(); }

private:
    struct Timer
    {
        QDateTime due;
        std::function<void()> callback;
    };

    QDateTime m_now = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    std::vector<Timer> m_timers;
};

/// Holds every request until the test answers it.
class FakeTransport final : public zoom::Transport
{
public:
    struct Held
    {
        zoom::Request request;
        zoom::OneShot<Result<zoom::Response>> result;
    };

    QCoro::Task<Result<zoom::Response>> send(zoom::Request request) override
    {
        const Held held{std::move(request), {}};
        m_held.append(held);
        return wait(held.result);
    }

    void cancelAll() override
    {
        for (const Held &held : QList<Held>(m_held))
            held.result.resolve(failure(ErrorCode::Cancelled, QStringLiteral("cancelled")));
    }

    /// Every request so far, answered or not.
    [[nodiscard]] const QList<Held> &held() const { return m_held; }
    [[nodiscard]] qsizetype count() const { return m_held.size(); }

    /// Answers the latest request.
    void answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        answerAt(m_held.size() - 1, status, body, headers);
    }
    void answerAt(qsizetype index, int status, const QByteArray &body,
        const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        const Held held = m_held.at(index);
        held.result.resolve(zoom::Response{.status = status, .headers = headers, .body = body});
    }
    void fail(ErrorCode code) { Held(m_held.last()).result.resolve(failure(code, QStringLiteral("failed"))); }

private:
    static QCoro::Task<Result<zoom::Response>> wait(zoom::OneShot<Result<zoom::Response>> result)
    {
        Result<zoom::Response> response = co_await result;
        co_return response;
    }

    QList<Held> m_held;
};

/// Tokens "token-1", "token-2", …: a new one after each invalidate().
class FakeCredentials final : public zoom::Credentials
{
public:
    QCoro::Task<Result<zoom::AccessToken>> token() override { return ready(m_number); }
    void invalidate(const zoom::AccessToken &token) override
    {
        if (token.value.reveal() == nameOf(m_number))
            ++m_number;
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    static QByteArray nameOf(int number) { return "token-" + QByteArray::number(number); }
    static QCoro::Task<Result<zoom::AccessToken>> ready(int number)
    {
        zoom::AccessToken token{.value = Secret(nameOf(number))};
        co_return Result<zoom::AccessToken>(token);
    }

    int m_number = 1;
};

/// Where the result of a task arrives; empty while it runs.
template <typename T>
using Outcome = std::shared_ptr<std::optional<T>>;

/// Lets a task run and notes its result.
template <typename T>
Outcome<T> watch(QCoro::Task<T> task)
{
    const auto outcome = std::make_shared<std::optional<T>>();
    task.then([outcome](T value) { *outcome = std::move(value); });
    return outcome;
}

} // namespace lectern::test
