// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace lectern::sandbox::school {

/// A course as the school's prospectus has it.
struct CourseEntry
{
    std::string code; ///< `BIO-1A`
    std::string title; ///< `Biology for beginners`
    std::string subject; ///< `Biology`
    std::size_t learners; ///< how many are enrolled
    std::size_t groups; ///< into how many groups they are split; 0 for none
};

/// The course at a place of the prospectus; it has no end: after the known courses come parallel classes.
[[nodiscard]] CourseEntry courseEntry(std::size_t place);

/// What lessons of the subject are called, in the order they are taught.
[[nodiscard]] std::span<const std::string_view> topics(std::string_view subject);

/// A topic for the nth lesson of the subject; numbered once the list is used up.
[[nodiscard]] std::string topic(std::string_view subject, std::size_t lesson);

/// Names of a teacher's own meetings, of no course.
[[nodiscard]] std::span<const std::string_view> ownTopics();

} // namespace lectern::sandbox::school
