// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace lectern::http {

/// A connection that leaves HTTP, and the request it left with: what boost::beast::websocket::stream needs to
/// accept. No deadline of the server applies any more.
struct Upgrade
{
    boost::asio::ip::tcp::socket socket;
    boost::beast::http::request<boost::beast::http::string_body> request;
};

} // namespace lectern::http
