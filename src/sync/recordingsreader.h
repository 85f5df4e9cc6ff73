// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lanes.h"
#include "sync/repositories.h"
#include "sync/zoomlink.h"
#include "zoom/recording.h"

#include <qcoro/qcorotask.h>

namespace lectern::sync {

/// The recordings of the last month of every host who may record, once a day.
class RecordingsReader
{
public:
    RecordingsReader(Repositories &store, ZoomLink &link);

    /// Does nothing when the last time is less than a day ago.
    [[nodiscard]] QCoro::Task<Result<void>> readRecent(QList<school::Host> hosts);

private:
    [[nodiscard]] QCoro::Task<Lane> readHost(QString hostZoomUserId);
    [[nodiscard]] QCoro::Task<Result<QList<zoom::Recording>>> fetch(QString hostZoomUserId);

    Repositories &m_store;
    ZoomLink &m_link;
    std::optional<Error> m_error;
};

/// Writes what Zoom told of recordings.
[[nodiscard]] Result<void> storeRecordings(Repositories &store, const QList<zoom::Recording> &recordings);

} // namespace lectern::sync
