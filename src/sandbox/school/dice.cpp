// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/dice.h"

#include <string_view>

namespace lectern::sandbox::school {

Dice::Dice(std::uint64_t seed)
    : m_engine(seed)
{ }

std::size_t Dice::roll(std::size_t sides)
{
    return sides == 0 ? 0 : static_cast<std::size_t>(m_engine() % sides);
}

int Dice::between(int low, int high)
{
    return low + static_cast<int>(roll(static_cast<std::size_t>(high - low) + 1));
}

bool Dice::chance(int percent)
{
    return between(1, 100) <= percent;
}

std::string Dice::letters(std::size_t count)
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string text;
    while (text.size() < count)
        text.push_back(alphabet[roll(alphabet.size())]);
    return text;
}

} // namespace lectern::sandbox::school
