// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/eventcontext.h"

namespace lectern::sync {

void EventErrands::merge(const EventErrands &other)
{
    meetings.unite(other.meetings);
    registrants.unite(other.registrants);
    recordings = recordings || other.recordings;
    hosts = hosts || other.hosts;
}

void EventContext::tell(LiveFact fact)
{
    if (!isRecent)
        return;
    fact.meeting = meeting;
    fact.topic = topic;
    fact.at = at;
    facts.append(fact);
}

PersonId EventContext::personOf(const QString &email) const
{
    if (email.isEmpty() || !isRecent)
        return {};
    const Result<std::optional<school::Person>> person = store.people.findByEmail(email);
    return person && *person ? (*person)->id : PersonId{};
}

} // namespace lectern::sync
