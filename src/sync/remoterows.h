// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/ownertag.h"
#include "store/meetingrepository.h"
#include "sync/ownerbook.h"
#include "zoom/meeting.h"

#include <QList>
#include <QString>

#include <optional>

namespace lectern::sync {

/// One meeting of a host's list. A series may come as several rows with one id; they count as one.
struct ListedMeeting
{
    zoom::MeetingSummary summary;
    /// Over every row of this id.
    QByteArray fingerprint;
};

/// Rows of a list, those with the same id together, in the list's order.
[[nodiscard]] QList<ListedMeeting> groupById(const QList<zoom::MeetingSummary> &rows);

/// The tag of a list row, as far as its cut agenda shows it.
[[nodiscard]] std::optional<school::OwnerTag> tagOf(const zoom::MeetingSummary &summary);
/// The tag of a meeting: in the tracking field, else in the agenda.
[[nodiscard]] std::optional<school::OwnerTag> tagOf(const zoom::Meeting &meeting);

/// As the store takes it. `hostZoomUserId` is the host whose list it was.
[[nodiscard]] Result<store::RemoteListRow> toStore(
    const ListedMeeting &listed, const QString &hostZoomUserId, const OwnerBook &owners);
[[nodiscard]] Result<store::RemoteDetail> toStore(const zoom::Meeting &meeting, const OwnerBook &owners);
/// The meeting alone, without store ids; `owner` as its tag says.
[[nodiscard]] school::Meeting toSchool(const zoom::Meeting &meeting, const school::Owner &owner);

} // namespace lectern::sync
