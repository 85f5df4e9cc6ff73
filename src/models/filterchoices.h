// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/course.h"
#include "school/person.h"

#include <QList>

#include <optional>

namespace lectern::store {
class Database;
}

namespace lectern::models {

/// What lists of meetings and recordings can be narrowed to.
struct FilterChoices
{
    QList<school::Course> courses; ///< by code
    QList<school::Host> hosts; ///< by name, with those who left
    std::optional<school::Session> term; ///< see presentTerm()

    friend bool operator==(const FilterChoices &, const FilterChoices &) = default;
};

/// The courses the viewer may see (all of them for an administrator), the account's hosts, and the term.
[[nodiscard]] Result<FilterChoices> loadFilterChoices(
    store::Database &database, const Clock &clock, const school::Person &viewer);

/// "This term": of the sessions with both dates known, the one of today; else the latest that began; else the
/// one that begins first.
[[nodiscard]] std::optional<school::Session> presentTerm(
    const QList<school::Session> &sessions, const QDate &today);

} // namespace lectern::models
