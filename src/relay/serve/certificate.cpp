// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/certificate.h"

#include <spdlog/spdlog.h>

namespace lectern::relay {

Certificate::Certificate(http::Server &server, http::TlsFiles files)
    : m_server(server)
    , m_files(std::move(files))
{ }

std::expected<void, std::string> Certificate::read()
{
    m_times = times();
    const auto read = m_server.useTls(m_files);
    if (read)
        spdlog::info("event=certificate-read");
    else
        spdlog::error("event=certificate-unreadable reason=\"{}\"", read.error());
    return read;
}

void Certificate::readIfChanged()
{
    // A failure (the key is not there yet) is tried again when the times change once more.
    if (times() != m_times)
        static_cast<void>(read());
}

Certificate::Times Certificate::times() const
{
    std::error_code ignored;
    return {std::filesystem::last_write_time(m_files.certificate, ignored),
        std::filesystem::last_write_time(m_files.key, ignored)};
}

} // namespace lectern::relay
