// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/directory.h"

#include "relay/school/zoomevent.h"

namespace lectern::relay {
namespace {

using nlohmann::json;

bool isTrue(const json &document, std::string_view member)
{
    const auto found = document.find(member);
    return found != document.end() && found->is_boolean() && found->get<bool>();
}

template <typename Value>
const Value *lookUp(const ByText<Value> &values, std::string_view key)
{
    const auto found = values.find(key);
    return found == values.end() ? nullptr : &found->second;
}

/// Sets or removes what the fact is about; \a make builds the value from the fact's.
template <typename Value, typename Make>
void store(ByText<Value> &values, const Fact &fact, Make make)
{
    if (fact.value)
        values.insert_or_assign(fact.key.id, make(*fact.value));
    else
        values.erase(fact.key.id);
}

} // namespace

bool Registrant::stands() const
{
    const std::string status = textOf(document, "status").value_or("approved");
    return status == "approved" || status == "pending";
}

bool Registrant::isApproved() const
{
    return textOf(document, "status").value_or("approved") == "approved";
}

std::string Registrant::id() const
{
    return textOf(document, "id").value_or(std::string());
}

bool Meeting::isNews(bool starts, std::string_view uuid) const
{
    if (uuid.empty() || !live.is_object())
        return !uuid.empty();
    const bool isSameInstance = textOf(live, "uuid") == uuid;
    return starts ? !isSameInstance : isSameInstance && !isTrue(live, "ended");
}

std::string Meeting::liveSince() const
{
    const bool isOn = live.is_object() && !isTrue(live, "ended");
    return isOn ? textOf(live, "since").value_or(std::string()) : std::string();
}

void Directory::apply(const Fact &fact)
{
    switch (fact.key.kind) {
    case FactKind::Person:
        return store(m_people, fact, [](const json &document) { return document; });
    case FactKind::Course:
        return store(m_courses, fact, [](const json &document) { return Course(document); });
    case FactKind::Host:
        store(m_hosts, fact, [](const json &document) { return document; });
        return store(m_hostEmails, fact, [](const json &document) { return emailOf(document, "email"); });
    case FactKind::Meeting:
        return applyMeeting(fact);
    case FactKind::Registrant:
        return applyRegistrant(fact);
    case FactKind::Live:
        return applyLive(fact);
    }
}

void Directory::applyMeeting(const Fact &fact)
{
    if (!fact.value) {
        m_meetings.erase(fact.key.id);
        return;
    }
    Meeting &meeting = m_meetings[fact.key.id];
    meeting.document = *fact.value;
    meeting.hostId = textOf(meeting.document, "host_id").value_or(std::string());
    meeting.course = textOf(meeting.document, "course").value_or(std::string());
    meeting.owner = emailOf(meeting.document, "owner");
    meeting.everyone = isTrue(meeting.document, "everyone");
    meeting.part = {.session = textOf(meeting.document, "session").value_or(std::string()),
        .group = textOf(meeting.document, "group").value_or(std::string())};
    meeting.deleted = meeting.document.contains("deleted_at");
}

void Directory::applyRegistrant(const Fact &fact)
{
    if (fact.value) {
        m_meetings[fact.key.id].registrants[fact.key.email].document = *fact.value;
        return;
    }
    const auto meeting = m_meetings.find(fact.key.id);
    if (meeting != m_meetings.end())
        meeting->second.registrants.erase(fact.key.email);
}

void Directory::applyLive(const Fact &fact)
{
    if (fact.value)
        m_meetings[fact.key.id].live = *fact.value;
    else if (const auto meeting = m_meetings.find(fact.key.id); meeting != m_meetings.end())
        meeting->second.live = nullptr;
}

const json *Directory::person(std::string_view email) const
{
    return lookUp(m_people, email);
}

const Course *Directory::course(std::string_view code) const
{
    return lookUp(m_courses, code);
}

const Meeting *Directory::meeting(std::string_view id) const
{
    return lookUp(m_meetings, id);
}

std::string_view Directory::hostEmail(std::string_view hostId) const
{
    const std::string *email = lookUp(m_hostEmails, hostId);
    return email ? std::string_view(*email) : std::string_view();
}

const json *Directory::value(const FactKey &key) const
{
    switch (key.kind) {
    case FactKind::Person:
        return lookUp(m_people, key.id);
    case FactKind::Host:
        return lookUp(m_hosts, key.id);
    case FactKind::Course: {
        const Course *found = course(key.id);
        return found ? &found->document() : nullptr;
    }
    case FactKind::Meeting: {
        const Meeting *found = meeting(key.id);
        return found && !found->document.is_null() ? &found->document : nullptr;
    }
    case FactKind::Registrant: {
        const Meeting *found = meeting(key.id);
        const Registrant *registrant = found ? lookUp(found->registrants, key.email) : nullptr;
        return registrant ? &registrant->document : nullptr;
    }
    case FactKind::Live: {
        const Meeting *found = meeting(key.id);
        return found && !found->live.is_null() ? &found->live : nullptr;
    }
    }
    return nullptr;
}

std::vector<FactKey> Directory::keys() const
{
    std::vector<FactKey> keys;
    for (const auto &[email, person] : m_people)
        keys.push_back({.kind = FactKind::Person, .id = email, .email = {}});
    for (const auto &[code, course] : m_courses)
        keys.push_back({.kind = FactKind::Course, .id = code, .email = {}});
    for (const auto &[id, host] : m_hosts)
        keys.push_back({.kind = FactKind::Host, .id = id, .email = {}});
    for (const auto &[id, meeting] : m_meetings) {
        if (!meeting.document.is_null())
            keys.push_back({.kind = FactKind::Meeting, .id = id, .email = {}});
        if (!meeting.live.is_null())
            keys.push_back({.kind = FactKind::Live, .id = id, .email = {}});
        for (const auto &[email, registrant] : meeting.registrants)
            keys.push_back({.kind = FactKind::Registrant, .id = id, .email = email});
    }
    return keys;
}

Standing Directory::standing(std::string_view email, const Meeting &meeting) const
{
    if (email.empty())
        return Standing::None;
    const Course *course = this->course(meeting.course);
    if (hostEmail(meeting.hostId) == email || meeting.owner == email
        || (course && course->isTaughtBy(email, meeting.part)))
        return Standing::Teacher;
    const Registrant *registrant = lookUp(meeting.registrants, email);
    const bool enrolled = course && course->isLearntBy(email, meeting.part);
    if (meeting.everyone || enrolled || (registrant && registrant->stands()))
        return Standing::Learner;
    return Standing::None;
}

void Directory::eachPersonOf(
    const Meeting &meeting, const std::function<void(const std::string &)> &each) const
{
    if (const std::string *host = lookUp(m_hostEmails, meeting.hostId))
        each(*host);
    each(meeting.owner);
    if (const Course *course = this->course(meeting.course)) {
        std::ranges::for_each(course->teachers(), each);
        std::ranges::for_each(course->learners(), each);
    }
    for (const auto &[email, registrant] : meeting.registrants)
        each(email);
}

} // namespace lectern::relay
