// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/webhook/digest.h"

#include <new>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace lectern::relay {
namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Mac = std::unique_ptr<EVP_MAC, Freed<EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Freed<EVP_MAC_CTX_free>>;
using Algorithm = std::unique_ptr<EVP_MD, Freed<EVP_MD_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

struct HmacKey::Private
{
    MacContext context;
};

HmacKey::HmacKey(std::string_view key)
    : d(std::make_unique<Private>())
{
    const Mac mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    d->context.reset(EVP_MAC_CTX_new(mac.get()));
    std::array<char, 7> digest{'S', 'H', 'A', '2', '5', '6', '\0'};
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    if (!d->context || EVP_MAC_init(d->context.get(), bytesOf(key), key.size(), parameters.data()) != 1)
        throw std::bad_alloc();
}

HmacKey::~HmacKey() = default;
HmacKey::HmacKey(HmacKey &&) noexcept = default;
HmacKey &HmacKey::operator=(HmacKey &&) noexcept = default;

Digest256 HmacKey::sign(std::initializer_list<std::string_view> parts) const
{
    Digest256 digest{};
    std::size_t size = digest.size();
    EVP_MAC_init(d->context.get(), nullptr, 0, nullptr); // once more with the same key
    for (const std::string_view part : parts)
        EVP_MAC_update(d->context.get(), bytesOf(part), part.size());
    EVP_MAC_final(d->context.get(), digest.data(), &size, digest.size());
    return digest;
}

struct Sha256::Private
{
    Algorithm algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    DigestContext context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
    if (!d->algorithm || !d->context)
        throw std::bad_alloc();
}

Sha256::~Sha256() = default;

Digest256 Sha256::of(std::initializer_list<std::string_view> parts) const
{
    Digest256 digest{};
    EVP_DigestInit_ex(d->context.get(), d->algorithm.get(), nullptr);
    for (const std::string_view part : parts)
        EVP_DigestUpdate(d->context.get(), part.data(), part.size());
    EVP_DigestFinal_ex(d->context.get(), digest.data(), nullptr);
    return digest;
}

} // namespace lectern::relay
