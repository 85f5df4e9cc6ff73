// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/source.h"
#include "sync/eventcontext.h"

namespace lectern::sync {

/// Writes batches of events into the store: each batch in one transaction, with the position up to which its
/// source was applied. An event that was applied before, or is older than what is known, changes nothing; one
/// that cannot be read, or that the store does not take, is logged and passed over, so that it does not hold
/// up those behind it. Everything is kept as activity, raw.
class EventApplier
{
public:
    explicit EventApplier(Repositories &store);

    struct Outcome
    {
        AppliedEvents applied;
        EventErrands errands;
    };

    /// Storage, with nothing written: the batch is to be given again.
    [[nodiscard]] Result<Outcome> apply(const feed::Batch &batch);

private:
    [[nodiscard]] Result<Outcome> applyTogether(const feed::Batch &batch);
    [[nodiscard]] Result<Outcome> applyOneByOne(const feed::Batch &batch);
    /// With when it happened, as Zoom said or else as it came.
    using Read = std::pair<zoom::Event, QDateTime>;
    [[nodiscard]] QList<Read> readAll(const feed::Batch &batch) const;
    /// Each event that was not applied before, once.
    [[nodiscard]] Result<void> applyNew(const QList<Read> &events, Outcome &outcome);
    [[nodiscard]] Result<void> applyOne(
        const zoom::Event &event, const QDateTime &at, EventMeetings &meetings, Outcome &outcome);
    [[nodiscard]] Result<void> keep(const EventContext &context);
    [[nodiscard]] Result<void> savePosition(const QString &source, const feed::Position &position);
    [[nodiscard]] Result<void> tidy(const Outcome &outcome);

    Repositories &m_store;
    int m_sinceTidy = 0;
};

} // namespace lectern::sync
