// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/schooldocument.h"

namespace lectern::relay {
namespace {

using nlohmann::json;

/// What somebody in the role sees of a school: built up list by list.
class SchoolView
{
public:
    SchoolView(const Listener &listener, const Directory &school)
        : m_listener(listener)
        , m_school(school)
    { }

    json build()
    {
        for (const auto &[code, course] : m_school.courses())
            addCourse(course);
        for (const auto &[id, meeting] : m_school.meetings()) {
            if (!meeting.document.is_null() && !meeting.deleted)
                addMeeting(meeting);
        }
        for (const auto &[email, person] : m_school.people()) {
            if (seesAll() || email == m_listener.email || m_known.contains(email))
                m_view["people"].push_back(person);
        }
        for (const auto &[id, host] : m_school.hosts()) {
            if (seesAll() || m_knownHosts.contains(id))
                m_view["hosts"].push_back(host);
        }
        return std::move(m_view);
    }

private:
    [[nodiscard]] bool seesAll() const { return m_listener.role == Role::Administrator; }
    [[nodiscard]] bool teaches(Standing standing) const
    {
        return m_listener.role == Role::Teacher && standing == Standing::Teacher;
    }

    void addCourse(const Course &course)
    {
        const bool teaching = course.teachers().contains(m_listener.email);
        if (seesAll() || (teaching && m_listener.role == Role::Teacher)) {
            m_known.insert(course.learners().begin(), course.learners().end());
            m_known.insert(course.teachers().begin(), course.teachers().end());
            m_view["courses"].push_back(course.document());
        } else if (teaching || course.learners().contains(m_listener.email)) {
            m_known.insert(course.teachers().begin(), course.teachers().end());
            m_view["courses"].push_back(course.documentFor(m_listener.email));
        }
    }

    void addMeeting(const Meeting &meeting)
    {
        const Standing standing = m_school.standing(m_listener.email, meeting);
        if (seesAll() || teaches(standing)) {
            m_knownHosts.insert(meeting.hostId);
            m_view["meetings"].push_back(wholeMeeting(meeting));
        } else if (standing != Standing::None) {
            m_view["meetings"].push_back(ownMeeting(meeting));
        }
    }

    static void addLive(json &document, const Meeting &meeting)
    {
        if (std::string since = meeting.liveSince(); !since.empty())
            document["started_at"] = std::move(since);
    }

    static json wholeMeeting(const Meeting &meeting)
    {
        json document = meeting.document;
        addLive(document, meeting);
        json &registrants = document["registrants"] = json::array();
        for (const auto &[email, registrant] : meeting.registrants)
            registrants.push_back(registrant.document);
        return document;
    }

    /// The meeting with the listener's registration and link, and nobody else's. Where there are
    /// registrations, the meeting's common link is for nobody.
    [[nodiscard]] json ownMeeting(const Meeting &meeting) const
    {
        json document = meeting.document;
        for (const char *member : {"join_url", "owner"})
            document.erase(member);
        if (meeting.owner == m_listener.email)
            document["owner"] = meeting.owner;
        addLive(document, meeting);
        json &registrants = document["registrants"] = json::array();
        const auto own = meeting.registrants.find(m_listener.email);
        const bool registered = own != meeting.registrants.end();
        if (registered)
            registrants.push_back(own->second.document);
        if (registered && own->second.isApproved() && own->second.document.contains("join_url"))
            document["join_url"] = own->second.document["join_url"];
        else if (meeting.registrants.empty() && meeting.document.contains("join_url"))
            document["join_url"] = meeting.document["join_url"];
        return document;
    }

    const Listener &m_listener;
    const Directory &m_school;
    Texts m_known; // people whose names may be told
    Texts m_knownHosts;
    json m_view{{"people", json::array()}, {"courses", json::array()}, {"hosts", json::array()},
        {"meetings", json::array()}};
};

} // namespace

json schoolFor(const Listener &listener, const Directory &school)
{
    return SchoolView(listener, school).build();
}

} // namespace lectern::relay
