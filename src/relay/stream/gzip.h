// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// One gzip member (RFC 1952) whose pieces are compressed apart from each other, so that a piece for many
/// readers is compressed once and a reader costs no compressor: each piece ends on a byte (a sync flush) and
/// refers to nothing before it, so that any row of pieces between a header and a trailer is a whole stream.
namespace lectern::relay::gzip {

[[nodiscard]] std::string header();

/// \a bytes compressed as one piece.
[[nodiscard]] std::string piece(std::string_view bytes);

/// What a reader was sent, for the trailer; eight bytes.
class Checksum
{
public:
    void add(std::string_view bytes);
    /// Ends the stream.
    [[nodiscard]] std::string trailer() const;

private:
    std::uint32_t m_crc = 0;
    std::uint32_t m_length = 0;
};

} // namespace lectern::relay::gzip
