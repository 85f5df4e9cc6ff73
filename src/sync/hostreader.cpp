// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hostreader.h"

#include "zoom/usersapi.h"

namespace lectern::sync {

namespace {

using zoom::User;

school::Role roleOf(const User &user)
{
    const bool administers = user.roleId == u"0" || user.roleId == u"1";
    return administers ? school::Role::Administrator : school::Role::Teacher;
}

school::Host hostOf(const User &user)
{
    return {.zoomUserId = user.id,
        .email = user.email,
        .name = user.name(),
        .licence = licenceOf(user.type.value),
        .state = school::Host::State::Active,
        .timeZone = user.timeZone};
}

} // namespace

school::Host::Licence licenceOf(zoom::UserType type)
{
    switch (type) {
    case zoom::UserType::Basic:
        return school::Host::Licence::Basic;
    case zoom::UserType::Licensed:
        return school::Host::Licence::Licensed;
    case zoom::UserType::Unassigned:
    case zoom::UserType::None:
        return school::Host::Licence::None;
    case zoom::UserType::Unknown:
        break;
    }
    return school::Host::Licence::Unknown;
}

HostReader::HostReader(Repositories &store, ZoomLink &link)
    : m_store(store)
    , m_link(link)
{ }

QCoro::Task<Result<QList<school::Host>>> HostReader::read()
{
    const zoom::UsersApi api(m_link.channel(), zoom::RequestClass::Background);
    QList<User> users;
    const auto fetch = [api](QString token) { return api.list(zoom::UserStatus::Active, token); };
    const auto keep = [&users](const zoom::Page<User> &page) {
        users.append(page.items);
        return zoom::Walk::Continue;
    };
    QCoro::Task<Result<void>> walking = zoom::walkPages<User>(fetch, keep);
    const Result<void> walked = co_await walking;
    if (!walked)
        co_return Result<QList<school::Host>>(std::unexpected(walked.error()));
    co_return m_store.database.transaction([&]() -> Result<QList<school::Host>> {
        Result<QList<school::Host>> hosts = store(users);
        if (!hosts)
            return hosts;
        QStringList present;
        for (const school::Host &host : *hosts)
            present.append(host.zoomUserId);
        const Result<void> marked = m_store.hosts.markGoneExcept(present);
        return marked ? hosts : std::unexpected(marked.error());
    });
}

Result<void> HostReader::markGone(school::Host host)
{
    host.state = school::Host::State::Gone;
    return m_store.database.transaction([&]() -> Result<void> {
        const Result<bool> saved = m_store.hosts.save(host);
        return saved ? Result<void>() : std::unexpected(saved.error());
    });
}

Result<QList<school::Host>> HostReader::store(const QList<User> &users)
{
    QList<school::Host> hosts;
    for (const User &user : users) {
        const Result<school::Host> host = store(user);
        if (!host)
            return std::unexpected(host.error());
        hosts.append(*host);
    }
    return hosts;
}

Result<school::Host> HostReader::store(const User &user)
{
    const school::Host host = hostOf(user);
    if (const Result<bool> saved = m_store.hosts.save(host); !saved)
        return std::unexpected(saved.error());
    const Result<void> person = storePerson(user);
    if (!person)
        return std::unexpected(person.error());
    return host;
}

Result<void> HostReader::storePerson(const User &user)
{
    const Result<std::optional<school::Person>> known = m_store.people.findByEmail(user.email);
    if (!known)
        return std::unexpected(known.error());
    // A person known only from a tag has the e-mail for a name: now there is a better one.
    const bool nameless = *known && (*known)->name.compare((*known)->email, Qt::CaseInsensitive) == 0;
    if (*known && !nameless)
        return {};
    school::Person person = known->value_or(school::Person{{}, {}, user.email, roleOf(user)});
    person.name = user.name();
    const Result<PersonId> saved = m_store.people.save(person);
    return saved ? Result<void>() : std::unexpected(saved.error());
}

} // namespace lectern::sync
