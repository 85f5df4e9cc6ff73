// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/jsonreader.h"

namespace lectern::relay {

JsonReader::JsonReader(const nlohmann::json &object, std::string path)
    : m_object(object)
    , m_path(std::move(path))
{
    if (!object.is_object())
        throw ConfigError((m_path.empty() ? "the configuration" : m_path) + " is not an object");
}

std::string JsonReader::pathOf(const std::string &name) const
{
    return m_path.empty() ? name : m_path + '.' + name;
}

const nlohmann::json *JsonReader::find(const std::string &name)
{
    m_known.insert(name);
    const auto found = m_object.find(name);
    return found == m_object.end() ? nullptr : &*found;
}

void JsonReader::read(const std::string &name, std::string &value)
{
    const nlohmann::json *member = find(name);
    if (!member)
        return;
    if (!member->is_string())
        throw ConfigError(pathOf(name) + " is not text");
    value = member->get<std::string>();
}

void JsonReader::read(const std::string &name, std::int64_t &value, std::int64_t least, std::int64_t most)
{
    const nlohmann::json *member = find(name);
    if (!member)
        return;
    if (!member->is_number_integer())
        throw ConfigError(pathOf(name) + " is not a whole number");
    value = member->get<std::int64_t>();
    if (value < least || value > most)
        throw ConfigError(
            pathOf(name) + " is not between " + std::to_string(least) + " and " + std::to_string(most));
}

void JsonReader::read(const std::string &name, std::vector<std::string> &value)
{
    const nlohmann::json *member = find(name);
    if (!member)
        return;
    value.clear();
    if (member->is_string()) {
        value.push_back(member->get<std::string>());
        return;
    }
    if (!member->is_array())
        throw ConfigError(pathOf(name) + " is not a list");
    for (const nlohmann::json &entry : *member) {
        if (!entry.is_string())
            throw ConfigError(pathOf(name) + " has an entry that is not text");
        value.push_back(entry.get<std::string>());
    }
}

void JsonReader::finish() const
{
    for (const auto &[name, value] : m_object.items()) {
        if (!m_known.contains(name))
            throw ConfigError(pathOf(name) + " is not known");
    }
}

} // namespace lectern::relay
