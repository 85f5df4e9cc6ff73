// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace lectern::feed {

/// What should be read by REST now.
struct PollHint
{
    enum class What {
        Everything, ///< a complete pull
        Meetings, ///< the status and settings of these
    };

    What what = What::Everything;
    QList<qint64> zoomIds = {}; ///< of Meetings, the most urgent first

    friend bool operator==(const PollHint &, const PollHint &) = default;
};

/// A meeting that polling may have to look at.
struct PollSubject
{
    enum class Status { Waiting, Started };

    qint64 zoomId = 0;
    Status status = Status::Waiting;
    QDateTime start = {}; ///< UTC; invalid: at no fixed time
    QDateTime end = {}; ///< UTC

    friend bool operator==(const PollSubject &, const PollSubject &) = default;
};

} // namespace lectern::feed

Q_DECLARE_METATYPE(lectern::feed::PollHint)
