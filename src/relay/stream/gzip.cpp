// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/gzip.h"

#include <memory>
#include <stdexcept>
#include <zlib.h>

namespace lectern::relay::gzip {
namespace {

constexpr int rawDeflate = -15; // zlib: no header of its own, a window of 32 KiB
constexpr int defaultMemory = 8;

/// zlib's own memory (256 KiB) is had once for all pieces of a thread.
class Deflater
{
public:
    Deflater()
    {
        if (deflateInit2(
                &m_stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawDeflate, defaultMemory, Z_DEFAULT_STRATEGY)
            != Z_OK)
            throw std::runtime_error("zlib has no memory");
    }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    std::string compress(std::string_view bytes)
    {
        deflateReset(&m_stream);
        // The bound is for a finished stream; a flush adds an empty stored block of at most ten bytes.
        std::string out(deflateBound(&m_stream, static_cast<uLong>(bytes.size())) + 16, '\0');
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        if (deflate(&m_stream, Z_SYNC_FLUSH) != Z_OK || m_stream.avail_in > 0 || m_stream.avail_out == 0)
            throw std::runtime_error("zlib did not compress");
        out.resize(m_stream.total_out);
        return out;
    }

private:
    z_stream m_stream{};
};

void appendLittleEndian(std::string &text, std::uint32_t number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        text += static_cast<char>((number >> shift) & 255U);
}

} // namespace

std::string header()
{
    constexpr unsigned char bytes[] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255}; // deflate, no name, no time
    return {std::begin(bytes), std::end(bytes)};
}

std::string piece(std::string_view bytes)
{
    thread_local Deflater deflater;
    return bytes.empty() ? std::string() : deflater.compress(bytes);
}

void Checksum::add(std::string_view bytes)
{
    const auto *data = reinterpret_cast<const Bytef *>(bytes.data());
    m_crc = static_cast<std::uint32_t>(crc32(m_crc, data, static_cast<uInt>(bytes.size())));
    m_length += static_cast<std::uint32_t>(bytes.size());
}

std::string Checksum::trailer() const
{
    std::string text("\x03\x00", 2); // an empty last block
    appendLittleEndian(text, m_crc);
    appendLittleEndian(text, m_length);
    return text;
}

} // namespace lectern::relay::gzip
