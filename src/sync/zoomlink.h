// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/secret.h"
#include "sync/account.h"
#include "sync/pullplan.h"
#include "zoom/channel.h"
#include "zoom/meetingsapi.h"

#include <memory>

namespace lectern::sync {

/// The present way to the account's Zoom; empty while not connected. A coroutine copies what it needs before
/// it waits: the account may have changed when it goes on.
class ZoomLink
{
public:
    ZoomLink(std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock);
    ~ZoomLink();

    /// A channel for an account that is not the present one yet.
    [[nodiscard]] std::shared_ptr<zoom::Channel> open(const Account &account, const Secret &secret) const;

    /// Credentials of their own for what else speaks for the account.
    [[nodiscard]] std::shared_ptr<zoom::Credentials> credentials(
        const Account &account, const Secret &secret) const;
    [[nodiscard]] const std::shared_ptr<zoom::Transport> &transport() const { return m_transport; }
    [[nodiscard]] const std::shared_ptr<zoom::Timers> &timers() const { return m_timers; }

    /// Makes it the present one and ends what was on its way to the last.
    void use(std::shared_ptr<zoom::Channel> channel);
    void setTagPlace(TagPlace place) { m_tagPlace = place; }
    void drop();
    /// Ends every outstanding call with Cancelled.
    void abort();

    [[nodiscard]] bool isOpen() const { return m_channel != nullptr; }
    [[nodiscard]] std::shared_ptr<zoom::Channel> channel() const { return m_channel; }
    [[nodiscard]] zoom::MeetingsApi meetings(zoom::RequestClass requestClass) const;
    [[nodiscard]] TagPlace tagPlace() const { return m_tagPlace; }

private:
    std::shared_ptr<zoom::Transport> m_transport;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<zoom::Timers> m_timers;
    std::shared_ptr<zoom::Channel> m_channel;
    TagPlace m_tagPlace = TagPlace::Agenda;
};

/// What a command answers that needs Zoom while there is no account.
[[nodiscard]] Error notConnected();

} // namespace lectern::sync
