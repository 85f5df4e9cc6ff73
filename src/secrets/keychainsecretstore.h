// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <chrono>

namespace lectern::secrets {

/// The system's keyring: GNOME Keyring, KWallet, KeePassXC or whatever answers for it, under the service name
/// "Lectern". Never falls back to a file.
class KeychainSecretStore final : public SecretStore
{
public:
    /// A keyring may ask the person for its password, so that an answer takes its time; after `patience` a
    /// call fails all the same, since a keyring that died never answers.
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::minutes(2));

    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    std::chrono::milliseconds m_patience;
};

} // namespace lectern::secrets
