// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <memory>
#include <optional>

namespace lectern::ctl {

/// The secret that the environment gives, if it gives one (LECTERN_CLIENT_SECRET, else LECTERN_API_SECRET).
[[nodiscard]] std::optional<Secret> environmentSecret(const char *variable);

/// The keyring, or the environment where that gives a secret: a script on a server has no keyring.
class EnvironmentSecrets final : public secrets::SecretStore
{
public:
    explicit EnvironmentSecrets(std::shared_ptr<secrets::SecretStore> keyring);

    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isPersistent() const override { return m_keyring->isPersistent(); }
    [[nodiscard]] QCoro::Task<secrets::Keeping> keeping() override { return m_keyring->keeping(); }

private:
    std::shared_ptr<secrets::SecretStore> m_keyring;
};

} // namespace lectern::ctl
