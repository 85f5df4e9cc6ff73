// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hostrepository.h"

#include "store/database.h"
#include "store/meetinglines.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Host;

const QString &columns()
{
    static const QString names = u"zoom_user_id, email, name, licence, state, time_zone"_s;
    return names;
}

Host readHost(const Statement &row)
{
    return Host{.zoomUserId = row.text(0),
        .email = row.text(1),
        .name = row.text(2),
        .licence = row.enumeration<Host::Licence>(3),
        .state = row.enumeration<Host::State>(4),
        .timeZone = row.bytes(5)};
}

/// Sorts by name and tells hosts of the same name apart.
QString hostKey(const Host &host)
{
    return sortKey(host.name.isEmpty() ? host.email : host.name) % u'\x1f' % host.zoomUserId;
}

Result<void> write(Database &database, const Host &host)
{
    auto save = database.statement("save host"_L1, uR"(
        INSERT OR REPLACE INTO hosts
            (zoom_user_id, email, email_key, name, licence, state, time_zone, sort_key, words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))"_s);
    save.bind(host.zoomUserId).bind(host.email).bind(folded(host.email)).bind(host.name).bind(host.licence);
    save.bind(host.state).bind(host.timeZone).bind(hostKey(host));
    return save.bind(wordColumn(searchWords(host.name % u' ' % host.email))).run();
}

struct Filter
{
    QString where;
    QVariantList values;
};

Filter filterFor(const HostQuery &query)
{
    const QStringList words = searchWords(query.text);
    Filter filter{.where = u" WHERE "_s % wordsCondition(u"words"_s, words.size()),
        .values = QVariantList(words.begin(), words.end())};
    if (query.include == HostQuery::Include::ActiveOnly)
        filter.where += u" AND state = 0"_s;
    return filter;
}

} // namespace

HostRepository::HostRepository(Database &database)
    : m_database(database)
{ }

Result<bool> HostRepository::save(const Host &host)
{
    return m_database.transaction([&]() -> Result<bool> {
        const auto there = find(host.zoomUserId);
        if (!there)
            return std::unexpected(there.error());
        if (*there == host)
            return false;
        if (auto done = write(m_database, host); !done)
            return std::unexpected(done.error());
        m_database.touch(ChangeNotice::Hosts);
        if (*there && hostKey(**there) == hostKey(host) && (*there)->email == host.email)
            return true;
        if (auto done = refreshHostCopies(m_database, host.zoomUserId); !done)
            return std::unexpected(done.error());
        m_database.touch(ChangeNotice::Meetings);
        return true;
    });
}

Result<void> HostRepository::markGoneExcept(const QStringList &zoomUserIds)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto hosts = list(HostQuery{.text = {}, .include = HostQuery::Include::All, .limit = -1});
        if (!hosts)
            return std::unexpected(hosts.error());
        const QSet<QString> present(zoomUserIds.begin(), zoomUserIds.end());
        for (Host host : *hosts) {
            if (present.contains(host.zoomUserId) || host.state == Host::State::Gone)
                continue;
            host.state = Host::State::Gone;
            if (auto done = save(host); !done)
                return std::unexpected(done.error());
        }
        return {};
    });
}

Result<std::optional<Host>> HostRepository::find(const QString &zoomUserId) const
{
    auto select = m_database.statement(
        "find host"_L1, u"SELECT "_s % columns() % u" FROM hosts WHERE zoom_user_id = ?1");
    return select.bind(zoomUserId).first(readHost);
}

Result<std::optional<Host>> HostRepository::findByEmail(const QString &email) const
{
    auto select = m_database.statement("find host by email"_L1,
        u"SELECT "_s % columns() % u" FROM hosts WHERE email_key = ?1 ORDER BY state, zoom_user_id");
    return select.bind(folded(email)).first(readHost);
}

Result<QList<Host>> HostRepository::list(const HostQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("list hosts"_L1,
        u"SELECT "_s % columns() % u" FROM hosts" % filter.where % u" ORDER BY sort_key LIMIT ? OFFSET ?");
    return select.bindAll(filter.values).bind(query.limit).bind(query.offset).all(readHost);
}

Result<int> HostRepository::count(const HostQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("count hosts"_L1, u"SELECT count(*) FROM hosts"_s % filter.where);
    return select.bindAll(filter.values).count();
}

} // namespace lectern::store
