// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "roster/roster.h"

#include <QByteArray>
#include <QHash>

namespace lectern::roster {

/// manifest.csv, academicSessions.csv, courses.csv, classes.csv, users.csv and enrollments.csv. (orgs.csv is
/// not read: Lectern knows one school.)
[[nodiscard]] QStringList oneRosterFileNames();

/// A OneRoster 1.1 CSV export in bulk, from the content of its files by name.
///
/// - A course is a row of courses.csv; its code is its courseCode, else its sourcedId.
/// - A session is a row of academicSessions.csv of type `term`, or one that a class names; its code is its
///   sourcedId.
/// - A class of type `homeroom` is a course in a session; its enrolments are everybody in the course.
/// - A class of type `scheduled` is a group of its course in its session; its code is its classCode, else
///   its sourcedId.
/// - Administrators, teachers (with aides and proctors) and students become people; guardians, parents and
///   relatives do not. Who has no e-mail is left out, and told.
///
/// Refused as Invalid when anything is malformed or refers to what is not there, each fault with its file,
/// line and column.
[[nodiscard]] Result<Roster> readOneRoster(const QHash<QString, QByteArray> &files);

/// The content of the files of a OneRoster folder by name, for readOneRoster(). Blocks while it reads;
/// a missing or unreadable folder is ErrorCode::Storage, a file beyond the limits Invalid.
[[nodiscard]] Result<QHash<QString, QByteArray>> loadOneRosterFolder(const QString &path);

} // namespace lectern::roster
