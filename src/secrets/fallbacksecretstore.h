// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <chrono>
#include <memory>
#include <optional>

namespace lectern::secrets {

/// Uses the keyring where one answers, and memory for this run where none does. The choice is made once, at
/// the first call, by asking the keyring for an entry that does not exist: that unlocks nothing and
/// asks the person nothing.
class FallbackSecretStore final : public SecretStore
{
public:
    /// `limit` is how long the keyring may take to answer the first question.
    FallbackSecretStore(std::shared_ptr<SecretStore> keyring, std::shared_ptr<SecretStore> memory,
        std::chrono::milliseconds limit = std::chrono::seconds(5));

    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
    /// False until the choice was made; see choice().
    [[nodiscard]] bool isPersistent() const override;

    struct Choice
    {
        bool isPersistent = false;
        /// Where secrets are kept and why, as a translated sentence for the person.
        QString message;
        /// What the keyring said when it was not chosen.
        std::optional<Error> failure;
    };
    /// Makes the choice if it was not made yet.
    [[nodiscard]] QCoro::Task<Choice> choice();
    [[nodiscard]] QCoro::Task<Keeping> keeping() override;

private:
    struct State;
    static QCoro::Task<std::shared_ptr<SecretStore>> chosen(std::shared_ptr<State> state);
    static QCoro::Task<Choice> choose(std::shared_ptr<State> state);
    static QCoro::Task<Keeping> keepingChosen(std::shared_ptr<State> state);
    static QCoro::Task<Result<Secret>> readChosen(std::shared_ptr<State> state, QString key);
    static QCoro::Task<Result<void>> writeChosen(std::shared_ptr<State> state, QString key, Secret secret);
    static QCoro::Task<Result<void>> removeChosen(std::shared_ptr<State> state, QString key);

    std::shared_ptr<State> m_state;
};

/// The store of a program: the system's keyring, or memory where there is none.
[[nodiscard]] std::shared_ptr<FallbackSecretStore> makeSecretStore();

} // namespace lectern::secrets
