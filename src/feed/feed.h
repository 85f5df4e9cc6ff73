// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/feedstatus.h"
#include "feed/pollhint.h"
#include "feed/pollingsource.h"
#include "feed/source.h"
#include "zoom/timers.h"

#include <QObject>

#include <map>
#include <memory>

namespace lectern::feed {

/// Uses the best source that works. While a better one is down for longer than `patience` the next one runs
/// in its place; it stops when the better one is back. Polling always runs: alone it is the way to be fresh,
/// beside another source a safety net. Lives on the engine thread.
class Feed : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<zoom::Timers> timers;
        std::chrono::milliseconds patience = std::chrono::seconds(20);
        PollRates rates = {};
    };

    explicit Feed(Parts parts, QObject *parent = nullptr);
    ~Feed() override;

    /// Takes a source; another of its kind is stopped and forgotten. `after`: the position kept under its
    /// name, empty when there is none. May be called while the feed runs.
    void use(std::unique_ptr<Source> source, const Position &after);
    void remove(SourceKind kind);

    void start();
    void stop();
    void wake();
    /// The batch of that source is durable up to `position`.
    void acknowledge(const QString &source, const Position &position);

    [[nodiscard]] FeedStatus status() const;
    /// Told what there is to look at, and when a complete reading has ended.
    [[nodiscard]] PollingSource &polling() { return m_polling; }

Q_SIGNALS:
    void eventsArrived(const lectern::feed::Batch &batch);
    void gap();
    void pollDue(const lectern::feed::PollHint &hint);
    void statusChanged(const lectern::feed::FeedStatus &status);

private:
    struct Slot
    {
        std::unique_ptr<Source> source;
        Position after;
        bool running = false;
    };

    void choose();
    void judge(SourceKind kind, const SourceState &state);
    void run(Slot &slot);
    void rest(Slot &slot);
    void waitForBetter();
    [[nodiscard]] SourceKind best() const;
    [[nodiscard]] bool isConnected(const Slot &slot) const;
    void announce();

    const Parts m_parts;
    PollingSource m_polling;
    std::map<SourceKind, Slot> m_slots;
    bool m_running = false;
    bool m_waited = false; ///< the better source had its time
    unsigned m_wait = 0; ///< which wait is the present one
    SourceKind m_active = SourceKind::Polling;
    QDateTime m_since;
    FeedStatus m_announced;
};

} // namespace lectern::feed
