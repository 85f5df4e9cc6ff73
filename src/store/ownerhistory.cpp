// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ownerhistory.h"

#include "store/database.h"
#include "store/meetingrepository.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

Result<std::optional<school::Owner>> latestOwner(
    Database &database, const Clock &clock, const QString &hostZoomUserId)
{
    auto select = database.statement("latest meeting of host"_L1, uR"(
        SELECT id FROM meetings WHERE host_zoom_user_id = ?1 ORDER BY created_ms DESC, id DESC LIMIT 1)"_s);
    select.bind(hostZoomUserId);
    const auto latest = select.first([](const Statement &row) { return row.id<MeetingId>(0); });
    if (!latest)
        return std::unexpected(latest.error());
    if (!*latest)
        return std::optional<school::Owner>();
    const auto meeting = MeetingRepository(database, clock).find(**latest);
    if (!meeting)
        return std::unexpected(meeting.error());
    return *meeting ? std::optional((*meeting)->owner) : std::nullopt;
}

} // namespace lectern::store
