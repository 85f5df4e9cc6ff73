// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/bytext.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace lectern::relay {

/// A part of a course by its codes: a session, a group, a group of a session, or (both empty) all of it.
struct CoursePart
{
    std::string session;
    std::string group;

    [[nodiscard]] bool isWhole() const { return session.empty() && group.empty(); }
};

/// A course and its people by folded e-mail.
class Course
{
public:
    Course() = default;
    /// Of a document of PUT /school.
    explicit Course(nlohmann::json document);

    [[nodiscard]] const nlohmann::json &document() const { return m_document; }
    /// All of them, whichever part they are in.
    [[nodiscard]] const Texts &teachers() const { return m_teachers; }
    [[nodiscard]] const Texts &learners() const { return m_learners; }

    /// Who is enrolled without a session takes part in every session's meetings; in a group's only its
    /// members. Where nothing says who is in which part, the meetings of a part are for no learner.
    [[nodiscard]] bool isLearntBy(std::string_view email, const CoursePart &part) const;
    /// Teachers of the course, or of the part; where nothing says more, all the course's.
    [[nodiscard]] bool isTaughtBy(std::string_view email, const CoursePart &part) const;

    /// The document for somebody who is told only of themselves, and of who teaches.
    [[nodiscard]] nlohmann::json documentFor(std::string_view learner) const;

private:
    using Parts = std::vector<CoursePart>;

    void readEnrolments(const nlohmann::json &enrolments);

    nlohmann::json m_document;
    Texts m_teachers;
    Texts m_learners;
    bool m_knowsParts = false;
    ByText<Parts> m_taughtParts; ///< of those who are not in all of it
    ByText<Parts> m_learntParts;
};

} // namespace lectern::relay
