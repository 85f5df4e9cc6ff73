// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <string>

namespace lectern::sandbox::media {

/// Serves the bytes: whole with 200, the part a Range header asks for with 206, or 416 where the range
/// begins beyond the end. One range a request; anything else in the header is ignored, as HTTP allows.
[[nodiscard]] http::Reply servedBytes(
    const http::Request &request, std::string bytes, const std::string &contentType);

} // namespace lectern::sandbox::media
