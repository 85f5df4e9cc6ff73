// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <expected>
#include <filesystem>
#include <string>

namespace lectern::sandbox {

/// Everything a world knows, as one JSON object, and back into a world made with the same seed.
[[nodiscard]] json saveWorld(const World &world);
void loadWorld(World &world, const json &state);

/// Keeps a world in a file: written beside it and moved over it, so that a crash leaves the old or the new.
class StateFile
{
public:
    explicit StateFile(std::filesystem::path path)
        : m_path(std::move(path))
    { }

    /// Whether there was one to load; why it could not be read.
    [[nodiscard]] std::expected<bool, std::string> load(World &world);
    /// Writes where something changed since the last time.
    [[nodiscard]] std::expected<void, std::string> save(const World &world);

private:
    std::filesystem::path m_path;
    std::uint64_t m_savedRevision = 0;
};

} // namespace lectern::sandbox
