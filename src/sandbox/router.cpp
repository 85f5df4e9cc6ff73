// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/router.h"

#include "http/encoding.h"

#include <stdexcept>

namespace lectern::sandbox {
namespace {

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const auto end = path.find('/');
        parts.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end + 1);
    }
    return parts;
}

bool isParameter(std::string_view segment)
{
    return segment.starts_with('{');
}

/// How many literal segments matched; nothing where the path is another one.
std::optional<int> literalMatches(
    const std::vector<std::string_view> &pattern, const std::vector<std::string_view> &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    int literals = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern[i]) ? path[i].empty() : pattern[i] != path[i])
            return std::nullopt;
        literals += isParameter(pattern[i]) ? 0 : 1;
    }
    return literals;
}

std::map<std::string, std::string, std::less<>> readParameters(
    const std::vector<std::string_view> &pattern, const std::vector<std::string_view> &path)
{
    std::map<std::string, std::string, std::less<>> parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern[i]))
            parameters[std::string(pattern[i].substr(1, pattern[i].size() - 2))] =
                http::percentDecode(path[i]);
    }
    return parameters;
}

} // namespace

const std::string &Call::parameter(std::string_view name) const
{
    const auto found = parameters.find(name);
    if (found == parameters.end())
        throw std::logic_error("the route has no parameter " + std::string(name));
    return found->second;
}

void Router::add(Route route)
{
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(std::string_view method, std::string_view path) const
{
    const auto parts = segments(path);
    Match best;
    int bestLiterals = -1;
    for (const Route &route : m_routes) {
        const auto pattern = segments(route.pattern);
        const auto literals = literalMatches(pattern, parts);
        best.pathKnown = best.pathKnown || literals;
        if (!literals || *literals <= bestLiterals || route.method != method)
            continue;
        best.route = &route;
        best.parameters = readParameters(pattern, parts);
        bestLiterals = *literals;
    }
    return best;
}

} // namespace lectern::sandbox
