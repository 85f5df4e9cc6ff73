// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/extrasreader.h"
#include "sync/repositories.h"
#include "sync/statusboard.h"
#include "sync/zoomlink.h"

#include <qcoro/qcorotask.h>

namespace lectern::sync {

/// Reads single meetings from Zoom into the store. What Zoom says is gone becomes a tombstone here, and
/// nowhere else.
class MeetingReader
{
public:
    MeetingReader(Repositories &store, ZoomLink &link, StatusBoard &board);

    /// All about what a person opens: details, registrants, recordings. A meeting that Zoom was not told of
    /// yet has nothing to be fetched.
    [[nodiscard]] QCoro::Task<Result<void>> refresh(MeetingId meeting);

    /// GET by Zoom's number, into the store.
    [[nodiscard]] QCoro::Task<Result<zoom::Meeting>> fetch(qint64 zoomId, zoom::RequestClass requestClass);
    /// The same after a list row of it, which is stored with it.
    [[nodiscard]] QCoro::Task<Result<void>> fetchListed(ListedMeeting listed, QString hostZoomUserId);
    /// Asks by id whether a meeting that is not listed is still there.
    [[nodiscard]] QCoro::Task<Result<void>> confirm(qint64 zoomId);

    /// Writes an answer of Zoom.
    [[nodiscard]] Result<MeetingId> store(const zoom::Meeting &meeting);
    /// Zoom says that this one is gone.
    [[nodiscard]] Result<void> bury(qint64 zoomId);

private:
    [[nodiscard]] Result<void> noteStart(MeetingId id);
    [[nodiscard]] Result<void> storeListed(
        const ListedMeeting &listed, const QString &hostZoomUserId, const zoom::Meeting &meeting);

    Repositories &m_store;
    ZoomLink &m_link;
    StatusBoard &m_board;
    ExtrasReader m_extras;
};

} // namespace lectern::sync
