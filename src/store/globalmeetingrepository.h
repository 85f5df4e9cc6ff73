// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/person.h"

#include <QString>

namespace lectern::store {

class Database;

/// Who may enter the meeting for everyone.
struct GlobalMeetingRow
{
    enum class Availability { Disabled, Enabled } availability = Availability::Disabled;
    school::Role minimumRole = school::Role::Learner;
    QString hostZoomUserId;
    QString topic;

    friend bool operator==(const GlobalMeetingRow &, const GlobalMeetingRow &) = default;
};

class GlobalMeetingRepository
{
public:
    explicit GlobalMeetingRepository(Database &database);

    /// The defaults where nothing was ever saved.
    [[nodiscard]] Result<GlobalMeetingRow> load() const;
    [[nodiscard]] Result<void> save(const GlobalMeetingRow &rules);

private:
    Database &m_database;
};

} // namespace lectern::store
