// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>

namespace lectern::sandbox::school {

/// Random choices that are the same for the same seed with every compiler and library: only the engine
/// is taken from the standard library, whose distributions may differ.
class Dice
{
public:
    explicit Dice(std::uint64_t seed);

    /// A number in [0, sides); 0 when there are no sides.
    [[nodiscard]] std::size_t roll(std::size_t sides);
    /// A number in [low, high].
    [[nodiscard]] int between(int low, int high);
    /// True in about percent of a hundred throws.
    [[nodiscard]] bool chance(int percent);
    /// Count characters of 0-9A-Za-z.
    [[nodiscard]] std::string letters(std::size_t count);

    template <typename T>
    [[nodiscard]] const T &pick(std::span<const T> choices)
    {
        return choices[roll(choices.size())];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace lectern::sandbox::school
