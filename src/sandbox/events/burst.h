// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <memory>

namespace boost::asio {
class io_context;
}

namespace lectern::sandbox {

/// Many events of one kind at a chosen pace, for measuring: the world does not change by them. Each of them
/// is about another made-up person, or (…updated) another topic.
class Burst
{
public:
    /// Both outlive it.
    Burst(boost::asio::io_context &context, World &world);
    ~Burst();
    Burst(const Burst &) = delete;
    Burst &operator=(const Burst &) = delete;

    struct Order
    {
        std::string event;
        json object; ///< of the payload
        std::uint64_t count = 0;
        std::uint64_t perSecond = 0; ///< 0: as fast as it goes
    };
    /// After the orders before.
    void send(Order order);
    /// {sent, left}: events since the start, events still to come.
    [[nodiscard]] json status() const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace lectern::sandbox
