// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <string_view>

namespace lectern::http {

/// The sending half of a reply whose body is written piece by piece (server-sent events).
///
/// All of it belongs to the serving thread. Nothing is buffered here: write() waits until the system took the
/// bytes, so that a slow reader holds back its own coroutine and nobody else, and costs no more memory than
/// the piece at hand.
class Stream
{
public:
    enum class Wake {
        Woken, ///< wake() was called since the last wait
        TimedOut,
        Closed, ///< the peer is gone or the server stops: finish
    };

    virtual ~Stream() = default;

    /// Sends \a bytes, which live until the awaitable has finished. False when the peer is gone or did not
    /// take them within Limits::writeTimeout: the coroutine should then finish.
    [[nodiscard]] virtual boost::asio::awaitable<bool> write(std::string_view bytes) = 0;

    /// Waits for wake(), for the peer to close, or for \a atMost; a wake() that came before counts. One at a
    /// time.
    [[nodiscard]] virtual boost::asio::awaitable<Wake> wait(std::chrono::milliseconds atMost) = 0;
    virtual void wake() = 0;

    [[nodiscard]] virtual bool isOpen() const = 0;
};

} // namespace lectern::http
