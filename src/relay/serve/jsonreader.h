// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>

namespace lectern::relay {

/// What is wrong with a configuration, and where; does not leave readConfig().
class ConfigError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Reads the members of one JSON object, each at most once, and knows which nobody asked for.
class JsonReader
{
public:
    /// \a path tells where the object stands, for errors.
    JsonReader(const nlohmann::json &object, std::string path);

    /// Sets \a value if there is such a member; throws ConfigError where it is of another type.
    void read(const std::string &name, std::string &value);
    void read(const std::string &name, std::int64_t &value, std::int64_t least, std::int64_t most);
    void read(const std::string &name, std::vector<std::string> &value);
    /// The member, an object or array; nullptr where there is none.
    [[nodiscard]] const nlohmann::json *find(const std::string &name);
    /// "path.name", for errors.
    [[nodiscard]] std::string pathOf(const std::string &name) const;
    /// Throws if the object has members that were not asked for.
    void finish() const;

private:
    const nlohmann::json &m_object;
    std::string m_path;
    std::set<std::string> m_known;
};

} // namespace lectern::relay
