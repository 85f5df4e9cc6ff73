// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/role.h"
#include "relay/school/bytext.h"
#include "relay/school/course.h"
#include "relay/school/fact.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lectern::relay {

/// A registration; its document has e-mail, status, and the link and id where Zoom told them.
struct Registrant
{
    nlohmann::json document;

    /// Approved or waiting for approval, rather than cancelled or denied.
    [[nodiscard]] bool stands() const;
    [[nodiscard]] bool isApproved() const;
    [[nodiscard]] std::string id() const; ///< Zoom's; empty where not known
};

struct Meeting
{
    nlohmann::json document;
    std::string hostId;
    std::string course; ///< code; empty: none
    CoursePart part; ///< of the course that it is for
    std::string owner; ///< folded e-mail; empty: none
    bool everyone = false;
    nlohmann::json live; ///< the latest instance that was heard of; null: none
    bool deleted = false; ///< kept for a while, so that those whom it concerned hear that it is gone
    ByText<Registrant> registrants; ///< by folded e-mail

    /// Whether the start or the end of an instance says more than is known. Zoom sends late, out of order and
    /// twice: an instance that has ended does not begin again.
    [[nodiscard]] bool isNews(bool starts, std::string_view uuid) const;
    /// Since when it is on, as Zoom wrote it; empty where it is not.
    [[nodiscard]] std::string liveSince() const;
};

/// What a person has to do with a meeting.
enum class Standing { None, Learner, Teacher };

/// What a relay knows about one account's school: who teaches, who learns, whose a meeting is and who has
/// registered. It is made of facts alone, and does not know where they come from or are kept.
class Directory
{
public:
    void apply(const Fact &fact);

    [[nodiscard]] const nlohmann::json *person(std::string_view email) const;
    [[nodiscard]] const Course *course(std::string_view code) const;
    [[nodiscard]] const Meeting *meeting(std::string_view id) const;
    /// Folded; empty where the host is not known.
    [[nodiscard]] std::string_view hostEmail(std::string_view hostId) const;

    /// The value of a fact as it stands; nullptr where it does not.
    [[nodiscard]] const nlohmann::json *value(const FactKey &key) const;
    [[nodiscard]] std::vector<FactKey> keys() const;

    /// Whatever role the person has: a learner who teaches a course is a Teacher of its meetings here.
    [[nodiscard]] Standing standing(std::string_view email, const Meeting &meeting) const;
    /// Calls \a each with the folded e-mail of everybody who has something to do with the meeting; some
    /// twice. Those of a meeting for everyone are not listed.
    void eachPersonOf(const Meeting &meeting, const std::function<void(const std::string &)> &each) const;

    [[nodiscard]] const ByText<nlohmann::json> &people() const { return m_people; }
    [[nodiscard]] const ByText<Course> &courses() const { return m_courses; }
    [[nodiscard]] const ByText<nlohmann::json> &hosts() const { return m_hosts; }
    [[nodiscard]] const ByText<Meeting> &meetings() const { return m_meetings; }

private:
    void applyMeeting(const Fact &fact);
    void applyRegistrant(const Fact &fact);
    void applyLive(const Fact &fact);

    ByText<nlohmann::json> m_people;
    ByText<Course> m_courses;
    ByText<nlohmann::json> m_hosts;
    ByText<std::string> m_hostEmails;
    ByText<Meeting> m_meetings;
};

} // namespace lectern::relay
