// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accountrepository.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

AccountRow readAccount(const Statement &row)
{
    return AccountRow{.id = row.uuid(0),
        .kind = row.enumeration<AccountRow::Kind>(1),
        .name = row.text(2),
        .accountId = row.text(3),
        .clientId = row.text(4),
        .api = QUrl(row.text(5)),
        .oauth = QUrl(row.text(6)),
        .events = QUrl(row.text(7))};
}

} // namespace

AccountRepository::AccountRepository(Database &database)
    : m_database(database)
{ }

Result<void> AccountRepository::save(const AccountRow &account)
{
    return m_database.transaction([&] {
        auto save = m_database.statement("save account"_L1, uR"(
            INSERT INTO accounts (id, kind, name, account_id, client_id, api, oauth, events)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, account_id = ?4, client_id = ?5, api = ?6,
                oauth = ?7, events = ?8)"_s);
        save.bind(account.id).bind(account.kind).bind(account.name).bind(account.accountId);
        save.bind(account.clientId).bind(account.api.toString()).bind(account.oauth.toString());
        return save.bind(account.events.toString()).run();
    });
}

Result<void> AccountRepository::remove(const QUuid &id)
{
    return m_database.transaction([&] {
        return m_database.statement("remove account"_L1, u"DELETE FROM accounts WHERE id = ?1"_s)
            .bind(id)
            .run();
    });
}

Result<void> AccountRepository::removeCopies()
{
    return m_database.transaction([&]() -> Result<void> {
        // What refers to others goes first.
        for (const QString &table :
            {u"registrants"_s, u"recordings"_s, u"participants"_s, u"waiting"_s, u"activity"_s, u"meetings"_s,
                u"event_marks"_s, u"feed_positions"_s, u"hosts"_s, u"sync_state"_s, u"global_meeting"_s}) {
            auto remove = m_database.statement("remove copies"_L1, u"DELETE FROM "_s % table);
            if (const Result<void> removed = remove.run(); !removed)
                return removed;
        }
        m_database.touch(ChangeNotice::Hosts | ChangeNotice::Meetings | ChangeNotice::Registrants
            | ChangeNotice::Recordings | ChangeNotice::Activity | ChangeNotice::SyncState);
        return {};
    });
}

Result<QList<AccountRow>> AccountRepository::list() const
{
    auto select = m_database.statement("list accounts"_L1,
        u"SELECT id, kind, name, account_id, client_id, api, oauth, events"
        " FROM accounts ORDER BY position"_s);
    return select.all(readAccount);
}

} // namespace lectern::store
