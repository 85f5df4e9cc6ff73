// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/course.h"

#include "relay/access/role.h"
#include "relay/school/zoomevent.h"

#include <algorithm>

namespace lectern::relay {
namespace {

using nlohmann::json;

Texts emailsIn(const json &document, std::string_view member)
{
    Texts emails;
    const auto found = document.find(member);
    if (found == document.end() || !found->is_array())
        return emails;
    for (const json &email : *found) {
        if (email.is_string())
            emails.insert(foldedEmail(email.get_ref<const std::string &>()));
    }
    return emails;
}

bool isEmptyOr(const std::string &code, const std::string &other)
{
    return code.empty() || code == other;
}

bool takesPart(const CoursePart &enrolled, const CoursePart &wanted)
{
    if (!wanted.group.empty())
        return enrolled.group == wanted.group && isEmptyOr(wanted.session, enrolled.session);
    return isEmptyOr(enrolled.session, wanted.session);
}

bool teachesPart(const CoursePart &enrolled, const CoursePart &wanted)
{
    return (wanted.session.empty() || isEmptyOr(enrolled.session, wanted.session))
        && (wanted.group.empty() || isEmptyOr(enrolled.group, wanted.group));
}

} // namespace

Course::Course(json document)
    : m_document(std::move(document))
    , m_teachers(emailsIn(m_document, "teachers"))
    , m_learners(emailsIn(m_document, "learners"))
{
    const auto enrolments = m_document.find("enrolments");
    m_knowsParts = enrolments != m_document.end() && enrolments->is_array();
    if (m_knowsParts)
        readEnrolments(*enrolments);
}

void Course::readEnrolments(const json &enrolments)
{
    for (const json &enrolment : enrolments) {
        const bool teaches = textOf(enrolment, "role") == "teacher";
        (teaches ? m_taughtParts : m_learntParts)[emailOf(enrolment, "email")].push_back(
            {.session = textOf(enrolment, "session").value_or(std::string()),
                .group = textOf(enrolment, "group").value_or(std::string())});
    }
}

bool Course::isLearntBy(std::string_view email, const CoursePart &part) const
{
    if (!m_learners.contains(email))
        return false;
    if (part.isWhole())
        return true;
    const auto parts = m_learntParts.find(email);
    if (parts == m_learntParts.end())
        return m_knowsParts && part.group.empty();
    return std::ranges::any_of(
        parts->second, [&part](const CoursePart &enrolled) { return takesPart(enrolled, part); });
}

bool Course::isTaughtBy(std::string_view email, const CoursePart &part) const
{
    if (!m_teachers.contains(email))
        return false;
    const auto parts = m_taughtParts.find(email);
    return parts == m_taughtParts.end()
        || std::ranges::any_of(
            parts->second, [&part](const CoursePart &enrolled) { return teachesPart(enrolled, part); });
}

json Course::documentFor(std::string_view learner) const
{
    json document = json::object();
    for (const auto &[member, value] : m_document.items()) {
        if (member != "learners" && member != "enrolments")
            document[member] = value;
    }
    document["learners"] = json::array();
    if (m_learners.contains(learner))
        document["learners"].push_back(learner);
    if (!m_taughtParts.contains(learner) && !m_learntParts.contains(learner))
        return document;
    for (const json &enrolment : m_document["enrolments"]) {
        if (emailOf(enrolment, "email") == learner)
            document["enrolments"].push_back(enrolment);
    }
    return document;
}

} // namespace lectern::relay
