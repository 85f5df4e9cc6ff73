// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

namespace lectern::http {

namespace bhttp = boost::beast::http;

namespace {

/// What a body is given room for before it has come.
constexpr std::uint64_t mostReserved = 64 * 1024;

std::uint64_t mostBodyBytes(const Limits &limits, const std::string &path)
{
    const auto found =
        std::ranges::find(limits.bodyBytesAt, path, [](const auto &limit) { return limit.first; });
    return found == limits.bodyBytesAt.end() ? limits.bodyBytes : found->second;
}

} // namespace

RequestParser::RequestParser(const Limits &limits, Request &request)
    : m_limits(limits)
    , m_request(request)
{
    header_limit(limits.headerBytes);
    body_limit(boost::none); // known when the header is
    eager(true);
    request.query = {};
    request.headers.clear();
    request.body.clear();
}

void RequestParser::on_request_impl(bhttp::verb, Text methodText, Text target, int version, Error &)
{
    const std::string_view text(target.data(), target.size());
    const auto mark = text.find('?');
    m_request.method.assign(methodText.data(), methodText.size());
    m_request.path = text.substr(0, mark);
    m_request.rawQuery = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    m_request.query = Parameters::parse(m_request.rawQuery);
    m_version = static_cast<unsigned>(version);
}

void RequestParser::on_response_impl(int, Text, int, Error &)
{ }

void RequestParser::on_field_impl(bhttp::field field, Text name, Text value, Error &)
{
    if (m_isHeaderRead)
        return;
    if (field == bhttp::field::expect)
        m_expectsContinue = boost::beast::iequals(value, "100-continue");
    m_request.headers.add(
        std::string_view(name.data(), name.size()), std::string_view(value.data(), value.size()));
}

void RequestParser::on_header_impl(Error &error)
{
    m_isHeaderRead = true;
    const std::uint64_t most = mostBodyBytes(m_limits, m_request.path);
    body_limit(most);
    const auto announced = content_length();
    if (announced && *announced > most)
        error = bhttp::error::body_limit;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &)
{
    m_request.body.reserve(std::min(length.value_or(0), mostReserved));
}

std::size_t RequestParser::on_body_impl(Text bytes, Error &)
{
    m_request.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, Text, Error &)
{ }

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text bytes, Error &error)
{
    return on_body_impl(bytes, error);
}

void RequestParser::on_finish_impl(Error &)
{ }

} // namespace lectern::http
