// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/ownertag.h"

#include "http/encoding.h"
#include "relay/access/role.h"
#include "relay/school/zoomevent.h"

namespace lectern::relay {
namespace {

constexpr std::string_view beginning = "lectern:1;";

void readPart(OwnerTag &tag, std::string_view part)
{
    const auto equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    const std::string value =
        equals == std::string_view::npos ? std::string() : http::percentDecode(part.substr(equals + 1));
    if (name == "course")
        tag.course = value;
    else if (name == "session")
        tag.session = value;
    else if (name == "group")
        tag.group = value;
    else if (name == "person")
        tag.person = foldedEmail(value);
    else if (name == "everyone")
        tag.everyone = true;
}

std::string_view lastLine(std::string_view text)
{
    const auto end = text.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos)
        return {};
    text = text.substr(0, end + 1);
    const auto newline = text.rfind('\n');
    return newline == std::string_view::npos ? text : text.substr(newline + 1);
}

std::optional<OwnerTag> tagInTrackingFields(const nlohmann::json &object)
{
    const auto fields = object.find("tracking_fields");
    if (fields == object.end() || !fields->is_array())
        return std::nullopt;
    for (const auto &field : *fields) {
        if (field.is_object() && textOf(field, "field") == "Lectern")
            return readOwnerTag(textOf(field, "value").value_or(std::string()));
    }
    return std::nullopt;
}

} // namespace

std::optional<OwnerTag> readOwnerTag(std::string_view text)
{
    if (text.starts_with('[') && text.ends_with(']'))
        text = text.substr(1, text.size() - 2);
    if (!text.starts_with(beginning))
        return std::nullopt;
    text.remove_prefix(beginning.size());
    OwnerTag tag;
    while (!text.empty()) {
        const auto end = text.find(';');
        readPart(tag, text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return tag;
}

std::optional<OwnerTag> ownerTagOf(const nlohmann::json &object)
{
    if (const auto tag = tagInTrackingFields(object))
        return tag;
    const auto agenda = textOf(object, "agenda");
    return agenda ? readOwnerTag(lastLine(*agenda)) : std::nullopt;
}

} // namespace lectern::relay
