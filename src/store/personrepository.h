// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/person.h"

#include <QList>

#include <optional>

namespace lectern::store {

class Database;
class Statement;

struct PersonQuery
{
    QString text; ///< words of the name or e-mail; each must begin one; empty: any
    std::optional<school::Role> role;
    int limit = 200;
    int offset = 0;
};

/// People, unique by e-mail without regard to case.
class PersonRepository
{
public:
    explicit PersonRepository(Database &database);

    /// Updates the person with this id; without one, the person with this e-mail; else adds a person.
    [[nodiscard]] Result<PersonId> save(const school::Person &person);
    /// The person with this e-mail, added with the e-mail as name and the given role where unknown. What is
    /// no e-mail, as Zoom's id of a host of whom nothing else is known, is no name either.
    [[nodiscard]] Result<PersonId> findOrAdd(const QString &email, school::Role role);

    [[nodiscard]] Result<std::optional<school::Person>> find(PersonId id) const;
    [[nodiscard]] Result<std::optional<school::Person>> findByEmail(const QString &email) const;
    /// By name.
    [[nodiscard]] Result<QList<school::Person>> list(const PersonQuery &query) const;
    [[nodiscard]] Result<int> count(const PersonQuery &query) const;

private:
    Database &m_database;
};

} // namespace lectern::store
