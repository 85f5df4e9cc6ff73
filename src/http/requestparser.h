// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"
#include "http/message.h"

#include <boost/beast/http/basic_parser.hpp>

namespace lectern::http {

/// Beast's reading of a request, written straight into ours: the usual one is copied once and costs next to
/// no allocation. Body limits hold from the header on; what follows a chunked body as trailers is read and
/// left out.
class RequestParser final : public boost::beast::http::basic_parser<true>
{
public:
    /// Empties \a request, which outlives the parser and keeps its memory.
    RequestParser(const Limits &limits, Request &request);

    [[nodiscard]] unsigned version() const { return m_version; } ///< 10 or 11
    /// Whether the peer waits for leave before it sends the body.
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }

private:
    using Error = boost::beast::error_code;
    using Text = boost::beast::string_view;

    void on_request_impl(
        boost::beast::http::verb method, Text methodText, Text target, int version, Error &error) override;
    void on_response_impl(int status, Text reason, int version, Error &error) override;
    void on_field_impl(boost::beast::http::field field, Text name, Text value, Error &error) override;
    void on_header_impl(Error &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &error) override;
    std::size_t on_body_impl(Text bytes, Error &error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Error &error) override;
    std::size_t on_chunk_body_impl(std::uint64_t left, Text bytes, Error &error) override;
    void on_finish_impl(Error &error) override;

    const Limits &m_limits;
    Request &m_request;
    unsigned m_version = 11;
    bool m_expectsContinue = false;
    bool m_isHeaderRead = false;
};

} // namespace lectern::http
