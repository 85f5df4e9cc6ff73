// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"
#include "zoom/oneshot.h"

#include <memory>
#include <optional>

namespace lectern::sync {

/// The secret store with a way out: a keyring that waits for a person's password must not keep the engine
/// from closing.
class Keyring
{
public:
    explicit Keyring(std::shared_ptr<secrets::SecretStore> store);

    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key);
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret);
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key);
    [[nodiscard]] QCoro::Task<Result<secrets::Keeping>> keeping();
    /// Ends what is waiting with Cancelled.
    void abort();

private:
    /// A write answers with an empty secret.
    using Answer = zoom::OneShot<Result<Secret>>;
    using KeepingAnswer = zoom::OneShot<Result<secrets::Keeping>>;

    [[nodiscard]] Answer begin();
    static QCoro::Task<void> readInto(
        std::shared_ptr<secrets::SecretStore> store, QString key, Answer answer);
    static QCoro::Task<void> writeInto(
        std::shared_ptr<secrets::SecretStore> store, QString key, Secret secret, Answer answer);
    static QCoro::Task<void> keepingInto(std::shared_ptr<secrets::SecretStore> store, KeepingAnswer answer);
    static QCoro::Task<void> removeInto(
        std::shared_ptr<secrets::SecretStore> store, QString key, Answer answer);

    std::shared_ptr<secrets::SecretStore> m_store;
    QList<Answer> m_waiting;
    QList<KeepingAnswer> m_asked;
};

} // namespace lectern::sync
