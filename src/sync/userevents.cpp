// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/userevents.h"

#include "sync/hostreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Action = zoom::UserEvent::Action;
using school::Host;
using zoom::UserEvent;

struct Row
{
    Action action;
    Host::State state;
};

constexpr std::array states{Row{Action::Created, Host::State::Active},
    Row{Action::Activated, Host::State::Active}, Row{Action::InvitationAccepted, Host::State::Active},
    Row{Action::Deactivated, Host::State::Inactive}, Row{Action::Deleted, Host::State::Gone},
    Row{Action::Disassociated, Host::State::Gone}};

/// The name as the event tells it, whole or not at all.
QString nameOf(const UserEvent &event)
{
    if (event.displayName && !event.displayName->trimmed().isEmpty())
        return event.displayName->trimmed();
    if (!event.firstName || !event.lastName)
        return {};
    return QString(*event.firstName + u' ' + *event.lastName).trimmed();
}

void take(Host &host, const UserEvent &event)
{
    if (event.email)
        host.email = *event.email;
    if (event.type)
        host.licence = licenceOf(event.type->value);
    if (event.timeZone)
        host.timeZone = *event.timeZone;
    if (const QString name = nameOf(event); !name.isEmpty())
        host.name = name;
    if (host.name.isEmpty())
        host.name = host.email;
    const auto *row = std::ranges::find(states, event.action, &Row::action);
    if (row != states.end())
        host.state = row->state;
}

Result<void> savePerson(EventContext &context, const Host &host)
{
    const Result<std::optional<school::Person>> known = context.store.people.findByEmail(host.email);
    if (!known || *known)
        return known ? Result<void>() : std::unexpected(known.error());
    const school::Person person{{}, host.name, host.email, school::Role::Teacher};
    const Result<PersonId> saved = context.store.people.save(person);
    return saved ? Result<void>() : std::unexpected(saved.error());
}

} // namespace

Result<void> apply(EventContext &context, const UserEvent &event)
{
    const Result<bool> isNewest = context.store.marks.advance(u"user:"_s + event.id, 0, context.at);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    const Result<std::optional<Host>> known = context.store.hosts.find(event.id);
    if (!known)
        return std::unexpected(known.error());
    Host host = known->value_or(Host{.zoomUserId = event.id, .email = {}, .name = {}, .timeZone = {}});
    take(host, event);
    context.subject = host.name;
    // Part of a name does not tell the whole, nor a change of somebody who is not known here.
    const bool isPartial =
        (event.firstName.has_value() != event.lastName.has_value()) || host.email.isEmpty();
    context.errands.hosts = isPartial;
    if (host.email.isEmpty())
        return {};
    if (const Result<bool> saved = context.store.hosts.save(host); !saved)
        return std::unexpected(saved.error());
    return host.state == Host::State::Active ? savePerson(context, host) : Result<void>();
}

} // namespace lectern::sync
