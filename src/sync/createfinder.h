// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/repositories.h"
#include "sync/zoomlink.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace lectern::sync {

/// Looks at Zoom for a meeting that a create of ours made although its answer was lost.
class CreateFinder
{
public:
    CreateFinder(Repositories &store, ZoomLink &link);

    /// The meeting of the host that carries the reference. Those that may be it, by what the list tells, are
    /// asked for one by one.
    [[nodiscard]] QCoro::Task<Result<std::optional<zoom::Meeting>>> find(
        QString hostZoomUserId, QUuid reference, QDateTime notBefore);

private:
    [[nodiscard]] QCoro::Task<Result<QList<qint64>>> candidates(
        QString hostZoomUserId, QUuid reference, QDateTime notBefore);
    [[nodiscard]] bool mayBe(
        const zoom::MeetingSummary &row, const QUuid &reference, const QDateTime &notBefore) const;

    Repositories &m_store;
    ZoomLink &m_link;
};

} // namespace lectern::sync
