// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <functional>
#include <type_traits>

namespace lectern::store {

/// The result with its value passed through `make`, or its failure. (std::expected of GCC 12 has no
/// transform.)
template <typename Value, typename Make>
[[nodiscard]] auto mapped(const Result<Value> &result, Make make)
{
    if constexpr (std::is_void_v<Value>) {
        using Made = Result<std::invoke_result_t<Make>>;
        return result ? Made(make()) : Made(std::unexpected(result.error()));
    } else {
        using Made = Result<std::invoke_result_t<Make, const Value &>>;
        return result ? Made(make(*result)) : Made(std::unexpected(result.error()));
    }
}

} // namespace lectern::store
