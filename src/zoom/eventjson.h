// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the event*.cpp files of this folder only.

#include "zoom/json.h"

#include <QString>

#include <span>

namespace lectern::zoom {

/// The action that a verb names; null when it names none of the table.
template <typename Action>
const Action *actionNamed(std::span<const EnumName<Action>> table, QStringView verb)
{
    for (const EnumName<Action> &row : table) {
        if (verb == QLatin1StringView(row.name))
            return &row.value;
    }
    return nullptr;
}

/// The named member of `object` as T, present when it is there at all.
template <typename T>
void optionalValue(const JsonObject &object, const char *key, std::optional<T> &out)
{
    if (const nlohmann::json *found = object.find(key)) {
        T value{};
        readValue(JsonValue(*found, object.value(), key), value);
        out = std::move(value);
    }
}

/// A payload's `object` as a T.
template <typename T>
void readObject(const JsonObject &payload, T &out)
{
    payload.required("object", out);
}

} // namespace lectern::zoom
