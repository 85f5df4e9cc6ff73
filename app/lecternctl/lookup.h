// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "core/clock.h"
#include "core/error.h"
#include "school/meeting.h"
#include "store/database.h"
#include "store/rows.h"

#include <QDateTime>

#include <optional>

namespace lectern::ctl {

/// Finds in the store what the command line names, or fails with words that say what was not found.
class Lookup
{
public:
    Lookup(store::Database &reader, const Clock &clock);

    /// By Lectern's id, or by Zoom's number.
    [[nodiscard]] Result<MeetingId> meeting(const std::string &id) const;
    [[nodiscard]] Result<CourseId> course(const std::string &code) const;
    /// Whom --course, --person or --everyone name; nothing when none is given.
    [[nodiscard]] Result<std::optional<school::Owner>> owner(const Arguments &arguments) const;
    /// --host, else the person who owns it, else a teacher of the course, else whoever hosts its meetings,
    /// else an administrator; each who is a host.
    [[nodiscard]] Result<QString> host(const Arguments &arguments, const school::Owner &owner) const;

private:
    [[nodiscard]] Result<school::Owner> courseOwner(const Arguments &arguments) const;
    [[nodiscard]] Result<QString> hostByEmail(const QString &email) const;
    [[nodiscard]] Result<QString> usualHost(const school::Owner &owner) const;
    [[nodiscard]] Result<QString> hostOfCourse(CourseId course) const;
    [[nodiscard]] Result<QString> hostOfMeetings(const store::MeetingQuery &query) const;
    [[nodiscard]] Result<QString> hostAmongAdministrators() const;

    store::Database &m_reader;
    const Clock &m_clock;
};

/// RFC 3339 with an offset or Z, as UTC.
[[nodiscard]] Result<QDateTime> parseMoment(const std::string &text);
/// YYYY-MM-DD; the moment (UTC) at which that day begins here.
[[nodiscard]] Result<QDateTime> parseDay(const std::string &text);

} // namespace lectern::ctl
