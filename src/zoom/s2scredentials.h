// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "zoom/credentials.h"
#include "zoom/transport.h"

#include <memory>

namespace lectern::zoom {

/// What a Server-to-Server OAuth app of an account is known by.
struct ServerToServerApp
{
    QString accountId;
    QString clientId;
    Secret clientSecret;
    /// Where the token comes from, path included (`https://zoom.us/oauth/token`).
    QUrl tokenUrl;
    /// Where the API is (`https://api.zoom.us`); a token's own address is believed only when it is one of
    /// Zoom's or has this one's origin.
    QUrl apiUrl;
};

/// Server-to-Server OAuth. Asks for a new token a minute before the old one ends.
class ServerToServerCredentials final : public Credentials
{
public:
    ServerToServerCredentials(
        ServerToServerApp app, std::shared_ptr<Transport> transport, std::shared_ptr<const Clock> clock);
    ~ServerToServerCredentials() override;

    [[nodiscard]] QCoro::Task<Result<AccessToken>> token() override;
    void invalidate(const AccessToken &token) override;

private:
    struct State;
    static QCoro::Task<Result<AccessToken>> tokenFor(std::shared_ptr<State> state);
    static QCoro::Task<void> refresh(std::shared_ptr<State> state);

    std::shared_ptr<State> m_state;
};

} // namespace lectern::zoom
