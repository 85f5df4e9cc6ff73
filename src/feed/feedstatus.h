// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/source.h"

#include <QMetaType>

namespace lectern::feed {

/// Where events come from now, and how fresh that makes what is shown.
struct FeedStatus
{
    /// The best source that is connected; Polling when none of the others is.
    SourceKind active = SourceKind::Polling;
    QDateTime since = {}; ///< UTC: when that source was chosen
    /// UTC: everything that Zoom told before this moment has arrived; invalid: not known. For Polling the end
    /// of the last complete reading.
    QDateTime freshAt = {};
    /// Every source there is, the best first; the reason why a better one is not used is in its state.
    QList<SourceState> sources = {};

    friend bool operator==(const FeedStatus &, const FeedStatus &) = default;
};

} // namespace lectern::feed

Q_DECLARE_METATYPE(lectern::feed::FeedStatus)
