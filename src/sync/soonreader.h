// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lanes.h"
#include "sync/meetingreader.h"

#include <QDateTime>
#include <QHash>

namespace lectern::sync {

/// Completes what is on or begins within a day, at the end of a pull: details where the list alone is known,
/// and who registered, so that lists show true numbers. In the background, a bounded number at a time, and
/// nobody's registrants more often than every ten minutes.
class SoonReader
{
public:
    SoonReader(Repositories &store, ZoomLink &link, MeetingReader &reader);

    [[nodiscard]] QCoro::Task<Result<void>> read();
    /// The next time, everybody's registrants are read, however fresh they are.
    void forgetFreshness() { m_readAt.clear(); }
    /// Lets the requests on their way end, and begins no other.
    void stop() { m_stopped = true; }

private:
    struct Target
    {
        MeetingId meeting;
        qint64 zoomId = 0;
    };

    [[nodiscard]] Result<QList<Target>> lackingDetail() const;
    [[nodiscard]] Result<QList<Target>> lackingRegistrants() const;
    [[nodiscard]] Result<QList<store::MeetingRow>> soon() const;
    [[nodiscard]] QCoro::Task<Lane> readDetail(Target target);
    [[nodiscard]] QCoro::Task<Lane> readRegistrants(Target target);
    [[nodiscard]] Lane judge(const Result<void> &result);

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    ExtrasReader m_extras;
    QHash<MeetingId, QDateTime> m_readAt; ///< whose registrants, in UTC
    bool m_stopped = false;
    std::optional<Error> m_error; ///< what ended it early
};

} // namespace lectern::sync
