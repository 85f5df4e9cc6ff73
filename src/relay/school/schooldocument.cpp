// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/schooldocument.h"

#include "relay/access/role.h"
#include "relay/school/redaction.h"

#include <algorithm>
#include <set>

namespace lectern::relay {
namespace {

using nlohmann::json;

constexpr auto tombstoneLife = std::chrono::days(60);

/// Collects the facts of a document, and the first thing that is wrong with it.
class Reader
{
public:
    using Read = void (Reader::*)(const json &, const std::string &);

    void readList(const json &parent, const char *member, const std::string &place, Read read)
    {
        const auto list = parent.find(member);
        if (list == parent.end() || list->is_null())
            return;
        const std::string path = place + member;
        if (!list->is_array())
            return complain(path, "is not a list");
        for (std::size_t i = 0; i < list->size() && m_error.empty(); ++i) {
            const std::string at = path + '[' + std::to_string(i) + ']';
            if (!(*list)[i].is_object())
                return complain(at, "is not an object");
            (this->*read)((*list)[i], at);
        }
    }

    void readPerson(const json &person, const std::string &at)
    {
        const std::string email = requireEmail(person, at);
        const auto role = roleNamed(textOf(person, "role").value_or(std::string()));
        if (!role)
            complain(at + ".role", "is not administrator, teacher or learner");
        json value{{"email", email}, {"role", role ? roleName(*role) : std::string_view()}};
        copy(value, person, {"name"});
        add({.kind = FactKind::Person, .id = email, .email = {}}, std::move(value));
    }

    void readCourse(const json &course, const std::string &at)
    {
        const std::string code = require(course, "code", at);
        json value{{"code", code}, {"teachers", emails(course, "teachers", at)},
            {"learners", emails(course, "learners", at)}};
        copy(value, course, {"title"});
        if (const auto enrolments = course.find("enrolments"); enrolments != course.end()) {
            m_enrolments = json::array();
            readList(course, "enrolments", at + '.', &Reader::readEnrolment);
            value["enrolments"] = std::move(m_enrolments);
        }
        add({.kind = FactKind::Course, .id = code, .email = {}}, std::move(value));
    }

    void readEnrolment(const json &enrolment, const std::string &at)
    {
        json value{{"email", requireEmail(enrolment, at)}, {"role", require(enrolment, "role", at)}};
        if (value["role"] != "teacher" && value["role"] != "learner")
            complain(at + ".role", "is not teacher or learner");
        copy(value, enrolment, {"session", "group"});
        m_enrolments.push_back(std::move(value));
    }

    void readHost(const json &host, const std::string &at)
    {
        const std::string id = require(host, "id", at);
        const std::string email = requireEmail(host, at);
        add({.kind = FactKind::Host, .id = id, .email = {}}, {{"id", id}, {"email", email}});
    }

    void readMeeting(const json &meeting, const std::string &at)
    {
        m_meeting = require(meeting, "id", at);
        json value{{"id", m_meeting}, {"everyone", meeting.value("everyone", json(false)) == json(true)}};
        copy(value, meeting,
            {"topic", "type", "start_time", "duration", "timezone", "host_id", "course", "session", "group",
                "join_url"});
        if (const auto dates = meeting.find("occurrences"); dates != meeting.end())
            value["occurrences"] = plainOccurrences(*dates);
        if (const std::string owner = emailOf(meeting, "owner"); !owner.empty())
            value["owner"] = owner;
        takeOutHostSecrets(value);
        add({.kind = FactKind::Meeting, .id = m_meeting, .email = {}}, std::move(value));
        readList(meeting, "registrants", at + '.', &Reader::readRegistrant);
    }

    void readRegistrant(const json &registrant, const std::string &at)
    {
        const std::string email = requireEmail(registrant, at);
        json value{{"email", email}, {"status", textOf(registrant, "status").value_or("approved")}};
        copy(value, registrant, {"id", "join_url"});
        takeOutHostSecrets(value);
        add({.kind = FactKind::Registrant, .id = m_meeting, .email = email}, std::move(value));
    }

    std::expected<Facts, std::string> result() &&
    {
        if (!m_error.empty())
            return std::unexpected(m_error);
        // What comes later in the document counts.
        std::ranges::reverse(m_facts);
        std::ranges::stable_sort(m_facts, {}, &Fact::key);
        const auto again = std::ranges::unique(m_facts, {}, &Fact::key);
        m_facts.erase(again.begin(), again.end());
        return std::move(m_facts);
    }

private:
    void complain(const std::string &at, const char *what)
    {
        if (m_error.empty())
            m_error = at + ' ' + what + '.';
    }

    void add(FactKey key, json value) { m_facts.push_back({std::move(key), std::move(value)}); }

    std::string require(const json &object, const char *member, const std::string &at)
    {
        auto text = textOf(object, member);
        if (!text || text->empty())
            complain(at + '.' + member, "is missing");
        return std::move(text).value_or(std::string());
    }

    std::string requireEmail(const json &object, const std::string &at)
    {
        std::string email = emailOf(object, "email");
        if (!looksLikeEmail(email))
            complain(at + ".email", "is not an e-mail address");
        return email;
    }

    json emails(const json &object, const char *member, const std::string &at)
    {
        const auto list = object.find(member);
        std::set<std::string> found;
        if (list != object.end() && !list->is_array())
            complain(at + '.' + member, "is not a list");
        else if (list != object.end()) {
            for (const json &email : *list)
                found.insert(email.is_string() ? foldedEmail(email.get_ref<const std::string &>()) : "");
        }
        if (!std::ranges::all_of(found, looksLikeEmail))
            complain(at + '.' + member, "has something that is not an e-mail address");
        return found;
    }

    static void copy(json &to, const json &from, std::initializer_list<const char *> members)
    {
        for (const char *member : members) {
            const auto found = from.find(member);
            if (found != from.end() && !found->is_null())
                to[member] = *found;
        }
    }

    Facts m_facts;
    std::string m_error;
    std::string m_meeting; // whose registrants are being read
    json m_enrolments; // of the course that is being read
};

/// What becomes of something that the school says nothing about any more.
std::optional<json> afterRemoval(const FactKey &key, const json &before, const Directory &known, Moment now)
{
    const Meeting *meeting = known.meeting(key.id);
    if (key.kind == FactKind::Live) // no document says it
        return meeting->document.is_null() ? std::nullopt : std::optional(before);
    const json &document = meeting ? meeting->document : before;
    const bool ofMeeting = key.kind == FactKind::Meeting || key.kind == FactKind::Registrant;
    if (!ofMeeting)
        return std::nullopt;
    if (document.is_object() && document.contains("deleted_at")) {
        const Moment deleted = fromMilliseconds(document.value("deleted_at", std::int64_t(0)));
        return now - deleted > tombstoneLife ? std::nullopt : std::optional(before);
    }
    if (key.kind == FactKind::Registrant)
        return std::nullopt;
    json gone = before;
    gone["deleted_at"] = toMilliseconds(now);
    return gone;
}

} // namespace

std::expected<Facts, std::string> factsOfSchool(const json &document)
{
    if (!document.is_object())
        return std::unexpected("The body is not a JSON object.");
    Reader reader;
    reader.readList(document, "people", "", &Reader::readPerson);
    reader.readList(document, "courses", "", &Reader::readCourse);
    reader.readList(document, "hosts", "", &Reader::readHost);
    reader.readList(document, "meetings", "", &Reader::readMeeting);
    return std::move(reader).result();
}

Replacement::Replacement(Facts wanted, const Directory &known, Moment now)
    : m_before(known.keys())
    , m_wanted(std::move(wanted))
    , m_now(now)
{ }

Facts Replacement::next(const Directory &known, std::size_t most)
{
    Facts changes;
    for (; most > 0 && !m_before.empty(); --most) {
        if (!std::ranges::binary_search(m_wanted, m_before.back(), {}, &Fact::key))
            remove(std::move(m_before.back()), known, changes);
        m_before.pop_back();
    }
    for (; most > 0 && m_next < m_wanted.size(); --most) {
        Fact fact = std::move(m_wanted[m_next++]); // to let go of all of them at the end would take long
        const json *before = known.value(fact.key);
        if (!before || *before != *fact.value)
            changes.push_back(std::move(fact));
    }
    return changes;
}

void Replacement::remove(FactKey key, const Directory &known, Facts &changes) const
{
    const json *before = known.value(key);
    if (!before)
        return;
    auto value = afterRemoval(key, *before, known, m_now);
    if (!value || *value != *before)
        changes.push_back({std::move(key), std::move(value)});
}

} // namespace lectern::relay
