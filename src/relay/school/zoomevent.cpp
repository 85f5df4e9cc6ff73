// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/zoomevent.h"

#include "relay/access/role.h"

namespace lectern::relay {
namespace {

using nlohmann::json;

const json &emptyObject()
{
    static const json empty = json::object();
    return empty;
}

const json &childObject(const json &parent, std::string_view member)
{
    const auto found = parent.find(member);
    return found != parent.end() && found->is_object() ? *found : emptyObject();
}

/// What follows "meeting." or "webinar."; nothing where the event is of another kind.
std::string_view meetingEnding(std::string_view name)
{
    for (const std::string_view prefix : {"meeting.", "webinar."}) {
        if (name.starts_with(prefix))
            return name.substr(prefix.size());
    }
    return {};
}

} // namespace

std::optional<std::string> textOf(const json &object, std::string_view member)
{
    const auto found = object.find(member);
    if (found == object.end())
        return std::nullopt;
    if (found->is_string())
        return found->get<std::string>();
    if (found->is_number_integer())
        return found->dump();
    return std::nullopt;
}

std::string emailOf(const json &object, std::string_view member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_string())
        return {};
    return foldedEmail(found->get_ref<const std::string &>());
}

std::optional<ZoomEvent> ZoomEvent::parse(std::string_view text)
{
    json document = json::parse(text, nullptr, false);
    if (!document.is_object())
        return std::nullopt;
    return ZoomEvent(std::move(document));
}

ZoomEvent::ZoomEvent(json document)
    : m_document(std::move(document))
    , m_name(textOf(m_document, "event").value_or(std::string()))
    , m_object(&childObject(childObject(m_document, "payload"), "object"))
{
    if (!meetingEnding(m_name).empty() || m_name.starts_with("recording."))
        m_meeting = textOf(*m_object, "id");
}

Moment ZoomEvent::sent() const
{
    const auto found = m_document.find("event_ts");
    const bool whole = found != m_document.end() && found->is_number_integer();
    return fromMilliseconds(whole ? found->get<std::int64_t>() : 0);
}

bool ZoomEvent::isMeeting(std::string_view ending) const
{
    return meetingEnding(m_name) == ending;
}

bool ZoomEvent::isMeetingPrefix(std::string_view beginning) const
{
    return meetingEnding(m_name).starts_with(beginning);
}

const json *ZoomEvent::subject() const
{
    const char *member = isRegistration() ? "registrant" : isParticipant() ? "participant" : nullptr;
    const auto found = member ? m_object->find(member) : m_object->end();
    return found != m_object->end() && found->is_object() ? &*found : nullptr;
}

} // namespace lectern::relay
