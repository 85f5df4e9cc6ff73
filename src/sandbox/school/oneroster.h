// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/school.h"

#include <map>
#include <string>

namespace lectern::sandbox::school {

/// The school as OneRoster 1.1 CSV files (bulk, UTF-8, RFC 4180 with CRLF), by file name: manifest.csv,
/// orgs.csv, academicSessions.csv, courses.csv, classes.csv, users.csv, enrollments.csv.
///
/// How a course, its session and its groups are told apart:
/// - a course is a row of courses.csv; its courseCode (`BIO-1A`) is its code;
/// - a session is a row of academicSessions.csv with type `term`; its sourcedId (`2026-AUT`) is its code;
/// - a class with classType `homeroom` is a course in a session: courseSourcedId and termSourcedIds name
///   the two, classCode repeats the course's code; its enrolments are everybody in the course;
/// - a class with classType `scheduled` is a group of that course in that session: classCode
///   (`BIO-1A-1`) is the group's code; its enrolments are the group's learners.
/// The role of a person is administrator, teacher or student; that of an enrolment teacher or student.
[[nodiscard]] std::map<std::string, std::string> oneRosterFiles(const School &school);

} // namespace lectern::sandbox::school
