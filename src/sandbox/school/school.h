// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/school/names.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lectern::sandbox::school {

enum class Role { Administrator, Teacher, Learner };

struct Person
{
    Name name;
    std::string email; ///< at lakeside.example, unique
    Role role;
};

struct Group
{
    std::string code; ///< `BIO-1A-1`
    std::vector<std::size_t> learners; ///< places in School::people
};

struct Course
{
    std::string code; ///< `BIO-1A`
    std::string title;
    std::string subject;
    std::size_t teacher; ///< place in School::people
    std::vector<std::size_t> learners; ///< places in School::people
    std::vector<Group> groups;
};

/// A dated run of the courses; both days belong to it.
struct Term
{
    std::string code; ///< `2026-AUT`
    std::string title; ///< `Autumn 2026`
    std::chrono::year_month_day first;
    std::chrono::year_month_day last;
};

/// Lakeside: who is there and what is taught. Knows nothing of meetings.
struct School
{
    std::vector<Person> people; ///< the administrator, then the teachers, then the learners
    std::vector<Course> courses;
    Term term;
};

/// How large to make the school. The numbers are taken as they are.
struct Size
{
    std::uint64_t seed = 1;
    std::size_t hosts = 9; ///< the administrator and the teachers, who all are users of Zoom
    std::size_t people = 120; ///< hosts and learners together
    std::size_t courses = 8;
    std::size_t meetings = 90;
    std::size_t recordings = 24;
};

/// Who a sketch or a test can count on being there, whatever the seed.
constexpr std::size_t administrator = 0;
constexpr std::size_t tomOkafor = 1;
constexpr std::size_t mariaFerrante = 2;
/// Whom the person at the desktop plays: Tom Okafor's address.
inline constexpr std::string_view persona = "t.okafor@lakeside.example";

/// The school on the given day; the same for the same size, seed and day.
[[nodiscard]] School buildSchool(const Size &size, std::chrono::year_month_day today);

/// The term the day lies in: autumn from September, spring from January, summer from May.
[[nodiscard]] Term termOf(std::chrono::year_month_day day);

} // namespace lectern::sandbox::school
