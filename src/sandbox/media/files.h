// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lectern::sandbox::media {

/// The files below are real: players open them. Twelve seconds of a test picture and a tone stand for
/// every lesson. Each takes the id of the recording file it is served as and carries it in a box that
/// players skip, so that no two downloads are the same bytes.

/// MP4 with H.264 video and AAC sound.
[[nodiscard]] std::string video(std::string_view fileId);
/// M4A with AAC sound.
[[nodiscard]] std::string audio(std::string_view fileId);
/// A JPEG of the video's first picture.
[[nodiscard]] std::string picture();

} // namespace lectern::sandbox::media
