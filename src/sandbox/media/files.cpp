// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/files.h"

#include <cstddef>
#include <cstdint>

namespace lectern::sandbox::media {

extern const unsigned char videoBytes[];
extern const std::size_t videoBytesSize;
extern const unsigned char audioBytes[];
extern const std::size_t audioBytesSize;
extern const unsigned char pictureBytes[];
extern const std::size_t pictureBytesSize;

namespace {

std::string text(const unsigned char *bytes, std::size_t size)
{
    return {reinterpret_cast<const char *>(bytes), size};
}

/// An ISO media "free" box: a big-endian length that counts itself, the type, and bytes nobody reads.
std::string freeBox(std::string_view content)
{
    const auto size = static_cast<std::uint32_t>(content.size() + 8);
    std::string box;
    for (int shift = 24; shift >= 0; shift -= 8)
        box.push_back(static_cast<char>((size >> shift) & 0xFFU));
    return box.append("free").append(content);
}

} // namespace

std::string video(std::string_view fileId)
{
    return text(videoBytes, videoBytesSize) + freeBox(fileId);
}

std::string audio(std::string_view fileId)
{
    return text(audioBytes, audioBytesSize) + freeBox(fileId);
}

std::string picture()
{
    return text(pictureBytes, pictureBytesSize);
}

} // namespace lectern::sandbox::media
