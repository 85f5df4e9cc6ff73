// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/repositories.h"
#include "sync/zoomlink.h"
#include "zoom/registrantsapi.h"

#include <qcoro/qcorotask.h>

namespace lectern::sync {

/// What a person sees of a meeting besides its details: who registered, and the latest recording.
class ExtrasReader
{
public:
    ExtrasReader(Repositories &store, ZoomLink &link);

    [[nodiscard]] QCoro::Task<Result<void>> read(MeetingId meeting, zoom::Meeting remote);
    /// Everybody who registered, into the store.
    [[nodiscard]] QCoro::Task<Result<void>> readRegistrants(
        MeetingId meeting, qint64 zoomId, zoom::RequestClass requestClass);

private:
    [[nodiscard]] QCoro::Task<Result<void>> readRegistrants(
        zoom::RegistrantsApi api, MeetingId meeting, qint64 zoomId, zoom::RegistrantStatus status);
    [[nodiscard]] QCoro::Task<Result<void>> readRecording(qint64 zoomId);
    [[nodiscard]] bool mayRecordToCloud(const QString &hostZoomUserId) const;

    Repositories &m_store;
    ZoomLink &m_link;
};

} // namespace lectern::sync
