// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace lectern::secrets {

/// Keeps secrets for this run only.
class MemorySecretStore final : public SecretStore
{
public:
    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace lectern::secrets
