// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace lectern::http {

/// Where a server's certificate is kept.
struct TlsFiles
{
    std::filesystem::path certificate; ///< PEM: the server's own first, then what leads to the root
    std::filesystem::path key; ///< PEM, without a passphrase
};

/// What connections accepted from now on present. TLS 1.2 or later; the error is OpenSSL's own words.
[[nodiscard]] std::expected<std::shared_ptr<boost::asio::ssl::context>, std::string> readTlsFiles(
    const TlsFiles &files);

} // namespace lectern::http
