// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tls.h"

#include <openssl/ssl.h>

namespace lectern::http {

namespace ssl = boost::asio::ssl;

std::expected<std::shared_ptr<ssl::context>, std::string> readTlsFiles(const TlsFiles &files)
{
    try {
        auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
        SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
        SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
        context->use_certificate_chain_file(files.certificate.string());
        context->use_private_key_file(files.key.string(), ssl::context::pem);
        if (SSL_CTX_check_private_key(context->native_handle()) != 1)
            return std::unexpected("the key does not belong to the certificate");
        return context;
    } catch (const boost::system::system_error &error) {
        return std::unexpected(error.code().message());
    }
}

} // namespace lectern::http
