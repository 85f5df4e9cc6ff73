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
    /// The same, whenever the last time was.
    [[nodiscard]] QCoro::Task<Result<void>> readNow(QList<school::Host> hosts);

private:
    [[nodiscard]] QCoro::Task<Lane> readHost(QString hostZoomUserId);
    [[nodiscard]] QCoro::Task<Result<QList<zoom::Recording>>> fetch(QString hostZoomUserId);

    Repositories &m_store;
    ZoomLink &m_link;
    std::optional<Error> m_error;
};

/// A recording as the store takes it.
[[nodiscard]] store::RemoteRecording remoteOf(const zoom::Recording &recording);

/// Writes what Zoom told of recordings.
[[nodiscard]] Result<void> storeRecordings(Repositories &store, const QList<zoom::Recording> &recordings);

} // namespace lectern::sync
