// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace lectern::test {

/// A key and the certificate that it signed for itself, made for one run.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    /// For `host`, from yesterday to tomorrow.
    [[nodiscard]] static TestCertificate forHost(const QByteArray &host);
    /// What a server shows who has it.
    [[nodiscard]] QSslConfiguration server() const;
};

/// While it lives, this process believes the certificate.
class Trust
{
public:
    explicit Trust(const QSslCertificate &certificate);
    ~Trust();
    Trust(const Trust &) = delete;
    Trust &operator=(const Trust &) = delete;

private:
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

} // namespace lectern::test
