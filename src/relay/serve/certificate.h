// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

namespace lectern::relay {

/// Keeps a server's certificate fresh: it is read again when told to, and when one of its files has changed.
/// Connections that are open keep the one they have.
class Certificate
{
public:
    Certificate(http::Server &server, http::TlsFiles files);

    /// Has to succeed before the server listens. Later a failure leaves the former certificate in use and is
    /// logged.
    [[nodiscard]] std::expected<void, std::string> read();
    /// Reads it if a file's time has changed.
    void readIfChanged();

private:
    using Times = std::pair<std::filesystem::file_time_type, std::filesystem::file_time_type>;
    [[nodiscard]] Times times() const;

    http::Server &m_server;
    http::TlsFiles m_files;
    Times m_times;
};

} // namespace lectern::relay
