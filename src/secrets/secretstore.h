// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QCoroTask>
#include <QString>
#include <QUuid>

namespace lectern::secrets {

/// Where secrets are kept, for the person.
struct Keeping
{
    bool isPersistent = false; ///< they outlive this run
    QString message; ///< a translated sentence: where, and why there

    friend bool operator==(const Keeping &, const Keeping &) = default;
};

/// Where credentials are kept between runs. All calls of one object, and the event loop that completes them,
/// belong to one thread. A call that has begun completes even when the object is deleted meanwhile.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// ErrorCode::NotFound when nothing is kept under `key`; any other failure is ErrorCode::Keyring.
    [[nodiscard]] virtual QCoro::Task<Result<Secret>> read(QString key) = 0;
    /// Replaces what was kept under `key`.
    [[nodiscard]] virtual QCoro::Task<Result<void>> write(QString key, Secret secret) = 0;
    /// Removing what is not there succeeds.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(QString key) = 0;

    /// True when secrets outlive this run.
    [[nodiscard]] virtual bool isPersistent() const = 0;
    /// Where secrets are kept; asks the keyring whether it is there, where that is not known yet.
    [[nodiscard]] virtual QCoro::Task<Keeping> keeping();

protected:
    [[nodiscard]] static Keeping keepingOf(bool isPersistent);
};

/// The key of an account's client secret or API secret: "account/<uuid>/client-secret".
[[nodiscard]] QString clientSecretKey(const QUuid &account);

} // namespace lectern::secrets
