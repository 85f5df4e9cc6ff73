// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/globalmeetingrepository.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

GlobalMeetingRow readRules(const Statement &row)
{
    return GlobalMeetingRow{.availability = row.enumeration<GlobalMeetingRow::Availability>(0),
        .minimumRole = row.enumeration<school::Role>(1),
        .hostZoomUserId = row.text(2),
        .topic = row.text(3)};
}

} // namespace

GlobalMeetingRepository::GlobalMeetingRepository(Database &database)
    : m_database(database)
{ }

Result<GlobalMeetingRow> GlobalMeetingRepository::load() const
{
    auto select = m_database.statement("read global meeting"_L1,
        u"SELECT availability, minimum_role, host_zoom_user_id, topic FROM global_meeting"_s);
    return select.firstOr(readRules, GlobalMeetingRow{});
}

Result<void> GlobalMeetingRepository::save(const GlobalMeetingRow &rules)
{
    return m_database.transaction([&] {
        auto save = m_database.statement("save global meeting"_L1, uR"(
            INSERT OR REPLACE INTO global_meeting (id, availability, minimum_role, host_zoom_user_id, topic)
            VALUES (1, ?1, ?2, ?3, ?4))"_s);
        m_database.touch(ChangeNotice::Meetings);
        save.bind(rules.availability).bind(rules.minimumRole).bind(rules.hostZoomUserId);
        return save.bind(rules.topic).run();
    });
}

} // namespace lectern::store
