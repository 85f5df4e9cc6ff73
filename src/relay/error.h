// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

namespace lectern::relay {

enum class ErrorCode {
    Invalid, ///< what was asked for, or configured, makes no sense
    Storage, ///< the log could not be read or written
    Full, ///< no space left, or the log's own limit is reached
    Busy, ///< more is waiting to be written than the relay takes on
    Unavailable, ///< the log's server cannot be reached, or has no quorum
    Timeout, ///< no answer in time: it may have been kept all the same
};

/// A failure as a value. Nothing in it is secret or about a person.
struct Error
{
    ErrorCode code = ErrorCode::Storage;
    std::string message; ///< for logs and for the administrator, in English
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, std::string message)
{
    return std::unexpected(Error{code, std::move(message)});
}

} // namespace lectern::relay
