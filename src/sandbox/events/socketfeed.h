// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/events/event.h"

#include <memory>
#include <string>

namespace lectern::sandbox {

/// The account's subscription to events by WebSocket. A connection has to show an access token and send
/// {"module":"heartbeat"} at least once a minute (by the sandbox's clock), or it is closed; a new one takes
/// the place of the old. What happens while there is none is not told later. All as Zoom does.
class SocketFeed
{
public:
    /// \a world outlives it.
    explicit SocketFeed(World &world);
    ~SocketFeed();
    SocketFeed(const SocketFeed &) = delete;
    SocketFeed &operator=(const SocketFeed &) = delete;

    /// Answers GET /ws?subscriptionId=…&access_token=….
    [[nodiscard]] http::Reply connect(const http::Request &request);
    void publish(const SharedEvent &event);
    /// Closes a connection that has been silent for too long.
    void work();

    /// What a test does to the connection there is.
    void send(std::string frame); ///< as it stands
    void close(); ///< with a closing handshake
    void drop(); ///< without
    enum class Hearing { Attentive, Deaf };
    /// Deaf: the connection stays, and nothing is answered or told any more.
    void setHearing(Hearing hearing);

    /// {connected, connections, sent, heartbeats}: the numbers since the start.
    [[nodiscard]] json status() const;

private:
    class Private;
    class Session;
    std::shared_ptr<Private> d;
};

} // namespace lectern::sandbox
