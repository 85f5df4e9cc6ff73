// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace lectern::relay {

using Digest256 = std::array<std::uint8_t, 32>;

/// HMAC-SHA256 with one key, set up once: a webhook costs the hashing and nothing else. For one thread at a
/// time.
class HmacKey
{
public:
    explicit HmacKey(std::string_view key);
    ~HmacKey();
    HmacKey(HmacKey &&) noexcept;
    HmacKey &operator=(HmacKey &&) noexcept;

    /// Of the parts one after another.
    [[nodiscard]] Digest256 sign(std::initializer_list<std::string_view> parts) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// SHA-256 of the parts one after another. For one thread at a time.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    [[nodiscard]] Digest256 of(std::initializer_list<std::string_view> parts) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::relay
