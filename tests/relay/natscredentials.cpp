// SPDX-License-Identifier: GPL-3.0-or-later
#include "natscredentials.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <memory>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace relaykit {
namespace {

/// The first byte of a public key tells whose it is; in text its letter.
enum class Owner : quint8 { Account = 0, Operator = 14 << 3, User = 20 << 3 };
constexpr quint8 seed = 18 << 3;

/// Without padding (RFC 4648, section 6).
QByteArray base32(QByteArray bytes)
{
    const qsizetype length = (bytes.size() * 8 + 4) / 5;
    bytes += '\0';
    QByteArray text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : std::as_const(bytes)) {
        bits = bits << 8 | static_cast<quint8>(byte);
        for (count += 8; count >= 5; count -= 5)
            text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bits >> (count - 5) & 31];
    }
    return text.left(length);
}

/// CRC-16/XMODEM, the low byte first.
QByteArray withChecksum(QByteArray bytes)
{
    quint16 sum = 0;
    for (const char byte : bytes) {
        sum = static_cast<quint16>(sum ^ static_cast<quint8>(byte) << 8);
        for (int bit = 0; bit < 8; ++bit)
            sum = static_cast<quint16>(sum & 0x8000 ? sum << 1 ^ 0x1021 : sum << 1);
    }
    bytes += static_cast<char>(sum & 0xff);
    return bytes += static_cast<char>(sum >> 8);
}

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

class Key
{
public:
    explicit Key(Owner owner)
        : m_owner(static_cast<quint8>(owner))
        , m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free)
    { }

    [[nodiscard]] QByteArray publicText() const
    {
        std::size_t size = 32;
        QByteArray raw(32, '\0');
        EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char *>(raw.data()), &size);
        return base32(withChecksum(QByteArray(1, static_cast<char>(m_owner)) + raw));
    }

    [[nodiscard]] QByteArray seedText() const
    {
        std::size_t size = 32;
        QByteArray raw(32, '\0');
        EVP_PKEY_get_raw_private_key(m_key.get(), reinterpret_cast<unsigned char *>(raw.data()), &size);
        QByteArray head(1, static_cast<char>(seed | m_owner >> 5));
        head += static_cast<char>((m_owner & 31) << 3);
        return base32(withChecksum(head + raw));
    }

    /// A JWT about \a subject, called \a name, that this key vouches for.
    [[nodiscard]] QByteArray vouch(const QByteArray &subject, const QString &name, QJsonObject nats) const
    {
        nats.insert(u"version"_s, 2);
        const QJsonObject claims{{u"jti"_s, name}, {u"iat"_s, 1'700'000'000}, {u"name"_s, name},
            {u"iss"_s, QString::fromLatin1(publicText())}, {u"sub"_s, QString::fromLatin1(subject)},
            {u"nats"_s, nats}};
        const QByteArray text = base64(R"({"typ":"JWT","alg":"ed25519-nkey"})") + '.'
            + base64(QJsonDocument(claims).toJson(QJsonDocument::Compact));
        return text + '.' + base64(sign(text));
    }

private:
    [[nodiscard]] QByteArray sign(const QByteArray &text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
            EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get());
        std::size_t size = 64;
        QByteArray signature(64, '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
            reinterpret_cast<const unsigned char *>(text.data()), static_cast<std::size_t>(text.size()));
        return signature;
    }

    quint8 m_owner;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

/// No limit on any of \a names.
QJsonObject unlimited(std::initializer_list<QString> names)
{
    QJsonObject limits;
    for (const QString &name : names)
        limits.insert(name, -1);
    return limits;
}

} // namespace

NatsOperator NatsOperator::make()
{
    const Key company(Owner::Operator);
    const Key servers(Owner::Account); // where they talk among themselves
    const Key account(Owner::Account);
    const Key user(Owner::User);
    QJsonObject limits = unlimited({u"subs"_s, u"data"_s, u"payload"_s, u"imports"_s, u"exports"_s, u"conn"_s,
        u"leaf"_s, u"mem_storage"_s, u"disk_storage"_s, u"streams"_s, u"consumer"_s});
    limits.insert(u"wildcards"_s, true);
    QJsonObject rights = unlimited({u"subs"_s, u"data"_s, u"payload"_s});
    rights.insert(u"type"_s, u"user"_s);
    const auto entry = [&company](const Key &of, const QString &name, QJsonObject claims) -> QByteArray {
        claims.insert(u"type"_s, u"account"_s);
        return of.publicText() + ": " + company.vouch(of.publicText(), name, claims);
    };
    const QByteArray userToken = account.vouch(user.publicText(), u"relay"_s, rights);
    return {.serverConfig =
                "operator: " + company.vouch(company.publicText(), u"school"_s, {{u"type"_s, u"operator"_s}})
            + "\nsystem_account: " + servers.publicText() + "\nresolver: MEMORY\nresolver_preload: {\n"
            + entry(servers, u"servers"_s, {}) + '\n' + entry(account, u"events"_s, {{u"limits"_s, limits}})
            + "\n}\n",
        .credentials = "-----BEGIN NATS USER JWT-----\n" + userToken
            + "\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\n" + user.seedText()
            + "\n------END USER NKEY SEED------\n"};
}

} // namespace relaykit
