// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "zoom/oneshot.h"
#include "zoom/timers.h"
#include "zoom/transport.h"

#include <QString>

#include <memory>

namespace lectern::zoom {

/// Zoom's classes of requests; each has its own limit (reference 2.1).
enum class Category { Light, Medium, Heavy, ResourceIntensive };

/// What a request asks the limiter for.
struct Permit
{
    Category category = Category::Light;
    RequestClass requestClass = RequestClass::Background;
    /// The host whose meetings this request creates or updates, of which Zoom allows 100 a day; else empty.
    QString writingHost = {};
};

/// The one budget of an account. Starts with the limits of a Pro plan and learns the true ones from Zoom's
/// headers. A person's requests overtake those of the background. Lives on one thread.
class Limiter
{
public:
    Limiter(std::shared_ptr<const Clock> clock, std::shared_ptr<Timers> timers);
    ~Limiter();
    Q_DISABLE_COPY_MOVE(Limiter)

    /// Resolves when the request may be sent; with RateLimited and the time to come back when that is further
    /// away than waiting makes sense (15 seconds for a person, a minute for the background).
    [[nodiscard]] OneShot<Result<void>> acquire(const Permit &permit);
    /// Reads the `X-RateLimit-` headers of an answer.
    void learn(const Permit &permit, const Response &response);
    /// Zoom refused a request with 429.
    void refused(const Permit &permit, const Error &error);
    /// Ends every waiting acquire() with Cancelled.
    void cancelAll();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace lectern::zoom
