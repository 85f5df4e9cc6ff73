// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace lectern::zoom {

/// A value that will be there once, awaited by any number of coroutines of one thread. Copies share the
/// value. resolve() resumes the waiting coroutines before it returns; only the first resolve() counts.
template <typename T>
class OneShot
{
public:
    void resolve(T value) const
    {
        const std::shared_ptr<State> state = m_state;
        if (state->value)
            return;
        state->value = std::move(value);
        for (const std::coroutine_handle<> waiter : std::exchange(state->waiters, {}))
            waiter.resume();
    }

    [[nodiscard]] bool isResolved() const { return m_state->value.has_value(); }

    [[nodiscard]] bool await_ready() const { return isResolved(); }
    void await_suspend(std::coroutine_handle<> waiter) const { m_state->waiters.push_back(waiter); }
    [[nodiscard]] T await_resume() const { return *m_state->value; }

private:
    struct State
    {
        std::optional<T> value;
        std::vector<std::coroutine_handle<>> waiters;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace lectern::zoom
