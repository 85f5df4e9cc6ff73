// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::http {

/// Header fields in the order they were added; names compare without regard to case.
class Headers
{
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string, std::string>> fields)
        : m_fields(fields)
        , m_count(fields.size())
    { }

    /// The first field of that name, or nothing.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] bool contains(std::string_view name) const { return find(name).has_value(); }
    void add(std::string_view name, std::string_view value);
    /// Replaces every field of that name by one.
    void set(std::string_view name, std::string_view value);
    /// Keeps the memory of the fields for those to come.
    void clear() { m_count = 0; }

    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.begin() + static_cast<std::ptrdiff_t>(m_count); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields; ///< those after the first m_count are spare
    std::size_t m_count = 0;
};

/// The decoded query (or form) of a request; a name may occur more than once.
class Parameters
{
public:
    /// Reads application/x-www-form-urlencoded text.
    [[nodiscard]] static Parameters parse(std::string_view text);

    /// The first value of that name, or nothing.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    [[nodiscard]] bool contains(std::string_view name) const { return find(name).has_value(); }
    /// The first value of that name; \a fallback where it is absent or empty.
    [[nodiscard]] std::string value(std::string_view name, std::string_view fallback = {}) const;

    [[nodiscard]] auto begin() const { return m_values.begin(); }
    [[nodiscard]] auto end() const { return m_values.end(); }

private:
    std::vector<std::pair<std::string, std::string>> m_values;
};

/// A whole request: the body has been read and is within the server's limit.
struct Request
{
    std::string method; ///< upper case
    std::string path; ///< as received: still percent-encoded, without the query
    std::string rawQuery; ///< as received, without the question mark
    Parameters query;
    Headers headers;
    std::string body;
    std::string remoteAddress;
};

/// A part of a file to be sent as the body.
struct FileRange
{
    std::filesystem::path path;
    std::uint64_t offset = 0; ///< bytes
    std::uint64_t length = 0; ///< bytes
};

class Stream;
struct Upgrade;

/// Writes the body of a reply piece by piece, for as long as it likes. Runs on the serving thread; the Stream
/// lives until the coroutine has finished.
using BodyWriter = std::function<boost::asio::awaitable<void>(Stream &)>;

/// Takes a connection over after a request that asked for another protocol, and owns it from then on.
using Takeover = std::function<boost::asio::awaitable<void>(Upgrade)>;

/// What is sent of a reply. Everything but Whole closes the connection; used to rehearse failures.
enum class Delivery {
    Whole,
    Truncated, ///< the header promises the whole body, half of it is sent
    Dropped, ///< nothing is sent
};

struct Reply
{
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<FileRange> file; ///< sent instead of body when set
    std::chrono::milliseconds delay{0}; ///< waited before the first byte is sent
    Delivery delivery = Delivery::Whole;
    /// Sent instead of body when set: chunked, or until the connection closes for HTTP/1.0. See stream.h.
    BodyWriter stream;
    /// Called instead of sending anything when set; a connection over TLS is closed instead. See upgrade.h.
    Takeover upgrade;
};

} // namespace lectern::http
