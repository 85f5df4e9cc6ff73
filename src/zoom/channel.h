// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "zoom/credentials.h"
#include "zoom/limiter.h"
#include "zoom/timers.h"
#include "zoom/transport.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace lectern::zoom {

/// One call of Zoom's API, before an address and a token are added.
struct Call
{
    Verb verb = Verb::Get;
    /// Below the API's base, already percent-encoded: `/users/me/meetings`.
    QByteArray path;
    QList<QPair<QByteArray, QString>> query = {};
    QByteArray body = {}; ///< JSON
    Permit permit = {};
    std::chrono::milliseconds timeout{30'000};

    /// "GET /users/me/meetings", for error details.
    [[nodiscard]] QString operation() const;
};

/// What every endpoint class needs of one account: sends a call with the account's token when the limiter
/// lets it, renews the token once when it is refused, and tries again where that is safe: GET after any
/// passing failure; PUT, PATCH and DELETE only where the server said that it did nothing (429, 503); POST
/// never. At most three attempts, with Retry-After honoured. Lives on one thread.
class Channel : public std::enable_shared_from_this<Channel>
{
public:
    struct Parts
    {
        /// As `https://api.zoom.us`; `/v2` is added where no path is given.
        QUrl apiUrl;
        std::shared_ptr<Transport> transport;
        std::shared_ptr<Credentials> credentials;
        std::shared_ptr<Limiter> limiter;
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<Timers> timers;
    };

    explicit Channel(Parts parts);

    /// The answer of a call that succeeded, in HTTP and in Zoom's own code.
    [[nodiscard]] QCoro::Task<Result<Response>> call(Call call);
    /// Ends every outstanding call with Cancelled before it returns; later calls work again.
    void cancelAll();

private:
    struct Attempt
    {
        AccessToken token; ///< empty when none was to be had
        Result<Response> result;
    };

    static QCoro::Task<Result<Response>> run(std::shared_ptr<Channel> self, Call call);
    static QCoro::Task<Attempt> attempt(std::shared_ptr<Channel> self, Call call);

    [[nodiscard]] Request requestFor(const Call &call, const AccessToken &token) const;
    [[nodiscard]] Result<Response> judge(const Call &call, Result<Response> response);
    [[nodiscard]] OneShot<bool> pause(std::chrono::milliseconds delay);

    Parts m_parts;
    QList<OneShot<bool>> m_pauses;
    int m_generation = 0; ///< grows with every cancelAll()
};

} // namespace lectern::zoom
