// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "zoom/credentials.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace lectern::zoom {

/// The legacy JWT app's key and secret, for servers that still take them. Tokens are made here, last half an
/// hour and are renewed five minutes before they end.
class JwtCredentials final : public Credentials
{
public:
    JwtCredentials(QString apiKey, Secret apiSecret, std::shared_ptr<const Clock> clock);

    [[nodiscard]] QCoro::Task<Result<AccessToken>> token() override;
    void invalidate(const AccessToken &token) override;

private:
    [[nodiscard]] Result<AccessToken> currentOrNew();

    QString m_apiKey;
    Secret m_apiSecret;
    std::shared_ptr<const Clock> m_clock;
    std::optional<AccessToken> m_current;
    QDateTime m_renewAt; ///< UTC
};

} // namespace lectern::zoom
